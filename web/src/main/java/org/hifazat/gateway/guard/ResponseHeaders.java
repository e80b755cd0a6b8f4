package org.hifazat.gateway.guard;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;
import org.hifazat.gateway.page.ContentPolicy;

/** What every answer tells the browser: what it may load, keep, show and send on. */
@ApplicationScoped
class ResponseHeaders {
  private static final String NO_STORE = "no-store";
  private static final String SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'";

  private final boolean secure;
  private final ContentPolicy policy;

  ResponseHeaders(GatewayConfig config, ContentPolicy policy) {
    this.secure = config.secure();
    this.policy = policy;
  }

  void handle(RoutingContext context) {
    context.addHeadersEndHandler(nothing -> put(context));
    context.next();
  }

  private void put(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("X-Content-Type-Options", "nosniff");
    if (secure) {
      headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    String path = context.request().path();
    boolean ownRefusal = "application/problem+json".equals(headers.get(HttpHeaders.CONTENT_TYPE));
    if (GatewayPaths.under(path, "/auth") && !ownRefusal) {
      // Keycloak sets a policy of its own for its pages, with what they need.
      return;
    }
    headers.set("Content-Security-Policy", isFile(headers) ? SANDBOX : policy.of(context));
    headers.set("X-Frame-Options", "DENY");
    boolean link = GatewayPaths.under(path, GatewayPaths.LINK);
    headers.set("Referrer-Policy", link ? "no-referrer" : "same-origin");
    if (link) {
      headers.set("X-Robots-Tag", "noindex, nofollow");
    }
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=()");
    headers.set(HttpHeaders.CACHE_CONTROL, keeping(path, context.response().getStatusCode()));
  }

  /** What a service hands out to be saved is never shown as a page of this origin. */
  private static boolean isFile(MultiMap headers) {
    String how = headers.get(HttpHeaders.CONTENT_DISPOSITION);
    return how != null && how.startsWith("attachment");
  }

  /** Only files whose name changes with their content may be kept. */
  private static String keeping(String path, int status) {
    boolean found = status == 200 || status == 206 || status == 304;
    if (found && GatewayPaths.under(path, "/assets")) {
      return "public, max-age=31536000, immutable";
    }
    boolean otherFile =
        !GatewayPaths.mayBePage(path) && path.lastIndexOf('/') == 0 && !path.endsWith(".html");
    return found && otherFile && path.contains(".") ? "no-cache" : NO_STORE;
  }
}
