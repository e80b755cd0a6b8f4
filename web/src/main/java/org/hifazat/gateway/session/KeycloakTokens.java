package org.hifazat.gateway.session;

import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.hifazat.gateway.GatewayConfig;

/** Exchanges and gives back refresh tokens at Keycloak, as the client {@code gateway}. */
@ApplicationScoped
class KeycloakTokens {
  static final String CLIENT = "gateway";
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http;
  private final String endpoints;
  private final String credentials;
  private final GatewayConfig config;

  KeycloakTokens(GatewayConfig config) {
    // The upgrade to HTTP/2 that the client tries first on plain connections is not reliable with
    // Vert.x servers.
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.timeouts().connect())
            .build();
    this.config = config;
    this.endpoints = config.realmUrl() + "/protocol/openid-connect/";
    this.credentials =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + encoded(config.clientSecret()))
                        .getBytes(StandardCharsets.UTF_8));
  }

  /** What came of asking for new tokens. */
  sealed interface Renewal {
    record Renewed(Tokens tokens) implements Renewal {}

    /** Keycloak has ended the session. */
    record Refused() implements Renewal {}

    /** Keycloak gave no answer, or none that settles it. */
    record Undecided() implements Renewal {}
  }

  Renewal renew(Tokens tokens) {
    try {
      HttpResponse<String> response =
          post("token", Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
      if (response.statusCode() == 200) {
        JsonObject fresh = new JsonObject(response.body());
        return new Renewal.Renewed(
            new Tokens(
                fresh.getString("access_token"),
                fresh.getString("refresh_token", tokens.refresh()),
                fresh.getString("id_token", tokens.id())));
      }
      return response.statusCode() == 400 ? new Renewal.Refused() : new Renewal.Undecided();
    } catch (IOException noAnswer) {
      return new Renewal.Undecided();
    }
  }

  /**
   * Ends the Keycloak session behind the tokens, and with it, over the back channel, every session
   * of other applications on it. Says whether Keycloak took it.
   */
  boolean end(Tokens tokens) {
    try {
      return post("logout", Map.of("refresh_token", tokens.refresh())).statusCode() < 500;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  private HttpResponse<String> post(String endpoint, Map<String, String> form) throws IOException {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoints + endpoint))
            .timeout(PATIENCE)
            .header("Authorization", credentials)
            .header("Content-Type", "application/x-www-form-urlencoded")
            // Refresh tokens are bound to Keycloak's name, which browsers know it by.
            .header("X-Forwarded-Host", config.publicUrl().getAuthority())
            .header("X-Forwarded-Proto", config.publicUrl().getScheme())
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while Keycloak was asked", stopped);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
