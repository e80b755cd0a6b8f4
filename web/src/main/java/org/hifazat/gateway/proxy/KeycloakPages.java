package org.hifazat.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hifazat.gateway.ClientAddress;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;

/**
 * The parts of Keycloak everybody may reach: the realm's sign-in pages, account pages and token
 * endpoint, and the files of those pages. Its administration, other realms, client registration,
 * health and metrics are not.
 */
@ApplicationScoped
class KeycloakPages {
  private static final String REALM = "/auth/realms/" + GatewayPaths.REALM;
  private static final List<String> OPEN =
      List.of(
          REALM + "/protocol/*",
          REALM + "/login-actions/*",
          REALM + "/account",
          REALM + "/account/*",
          REALM + "/broker/*",
          REALM + "/.well-known/*",
          "/auth/resources/*");

  private static final List<String> NOT_TO_KEYCLOAK =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Port",
          "X-Forwarded-Prefix",
          "X-Forwarded-Proto",
          "X-Forwarded-Server",
          "X-Real-IP",
          "Connection",
          "Upgrade",
          "Expect",
          // Compressing is done here: a body compressed before would lose its Content-Encoding.
          "Accept-Encoding");

  private final GatewayConfig config;
  private final Passages passages;
  private final String root;

  KeycloakPages(GatewayConfig config, Passages passages) {
    this.config = config;
    this.passages = passages;
    this.root = config.keycloakUrl().getPath();
  }

  void route(@Observes Router router) {
    for (String path : OPEN) {
      router
          .route(path)
          .handler(
              context ->
                  passages.carry(
                      context,
                      new Passage(
                          Part.KEYCLOAK,
                          root + pathAndQuery(context.request()).substring("/auth".length()),
                          headers -> toKeycloak(headers, context.request()),
                          response -> response.headers().remove("Server"))));
    }
  }

  private static String pathAndQuery(HttpServerRequest request) {
    return request.query() == null ? request.path() : request.path() + "?" + request.query();
  }

  /** Keycloak hears from us, and only from us, who asks and by which address. */
  private void toKeycloak(MultiMap headers, HttpServerRequest request) {
    NOT_TO_KEYCLOAK.forEach(headers::remove);
    String cookies = headers.get(HttpHeaders.COOKIE);
    if (cookies != null) {
      String theirs = withoutOurs(cookies);
      if (theirs.isEmpty()) {
        headers.remove(HttpHeaders.COOKIE);
      } else {
        headers.set(HttpHeaders.COOKIE, theirs);
      }
    }
    ClientAddress.of(request).ifPresent(address -> headers.set("X-Forwarded-For", address));
    headers
        .set("X-Forwarded-Host", config.publicUrl().getAuthority())
        .set("X-Forwarded-Proto", config.publicUrl().getScheme())
        .set("X-Forwarded-Port", Integer.toString(port()));
  }

  private int port() {
    int port = config.publicUrl().getPort();
    return port > 0 ? port : config.secure() ? 443 : 80;
  }

  private static String withoutOurs(String cookies) {
    return Arrays.stream(cookies.split(";", -1))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty() && !cookie.toLowerCase(Locale.ROOT).startsWith("q_"))
        .collect(Collectors.joining("; "));
  }
}
