package org.hifazat.identity.provisioning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to the Admin API of the realm, with a token of the client identity-provisioning. */
@ApplicationScoped
class KeycloakCalls {
  private static final String CLIENT = "identity-provisioning";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  // Not the application's mapper: that one refuses fields it does not know.
  private final ObjectMapper json = new ObjectMapper();
  // No upgrade to HTTP/2 on plain connections: with Vert.x servers it fails now and then.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final KeycloakConfig keycloak;
  private final ProvisioningConfig provisioning;
  private final Clock clock;
  private @Nullable Token token;

  private record Token(String value, Instant until) {}

  KeycloakCalls(KeycloakConfig keycloak, ProvisioningConfig provisioning, Clock clock) {
    this.keycloak = keycloak;
    this.provisioning = provisioning;
    this.clock = clock;
  }

  /** What is at the path below the realm; empty for 404. */
  Optional<JsonNode> get(String path) {
    HttpResponse<String> answer = send("GET", path, null);
    return answer.statusCode() == 404 ? Optional.empty() : Optional.of(read(answer));
  }

  /**
   * @return the id of what was made, or empty when there was one already (409)
   */
  Optional<String> create(String path, JsonNode body) {
    HttpResponse<String> answer = send("POST", path, body);
    if (answer.statusCode() == 409) {
      return Optional.empty();
    }
    read(answer);
    return answer
        .headers()
        .firstValue("Location")
        .map(location -> location.substring(location.lastIndexOf('/') + 1));
  }

  void change(String method, String path, @Nullable JsonNode body) {
    read(send(method, path, body));
  }

  ObjectMapper json() {
    return json;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(keycloak.url() + "/admin/realms/hifazat" + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = exchange(request);
    if (answer.statusCode() == 401) {
      forget();
    }
    return answer;
  }

  private synchronized String token() {
    Instant now = clock.instant();
    if (token == null || !now.isBefore(token.until())) {
      token = fresh(now);
    }
    return token.value();
  }

  private synchronized void forget() {
    token = null;
  }

  private Token fresh(Instant now) {
    String form =
        "grant_type=client_credentials&client_id="
            + CLIENT
            + "&client_secret="
            + encoded(provisioning.clientSecret());
    JsonNode answer =
        read(
            exchange(
                HttpRequest.newBuilder(
                        URI.create(
                            keycloak.url() + "/realms/hifazat/protocol/openid-connect/token"))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))
                    .build()));
    // half of its life: the two clocks need not agree
    return new Token(
        answer.path("access_token").asText(),
        now.plusSeconds(answer.path("expires_in").asLong() / 2));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new KeycloakException("unreachable");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KeycloakException("unreachable");
    }
  }

  private JsonNode read(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new KeycloakException("answered-" + answer.statusCode());
    }
    try {
      return answer.body().isEmpty() ? MissingNode.getInstance() : json.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new KeycloakException("answered-nonsense");
    }
  }
}
