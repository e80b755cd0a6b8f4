package org.hifazat.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RealmFileTest {
  private static final Path FILE = Path.of("src/main/keycloak/hifazat-realm.json");

  private final JsonNode realm = read();

  @Test
  void noClientTakesPasswordsOrGivesTokensThroughTheBrowser() {
    assertThat(realm.get("clients"))
        .allSatisfy(
            client -> {
              assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
              assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
            });
    assertThat(client("gateway").at("/attributes/pkce.code.challenge.method").asText())
        .isEqualTo("S256");
  }

  @Test
  void noSecretIsInTheFile() {
    assertThat(realm.findValuesAsText("secret"))
        .containsExactlyInAnyOrder(
            "${HIFAZAT_GATEWAY_CLIENT_SECRET}", "${HIFAZAT_PROVISIONING_CLIENT_SECRET}");
    assertThat(realm.findValues("credentials")).isEmpty();
    assertThat(realm.findValues("privateKey")).isEmpty();
  }

  @Test
  void weakDefaultsAreReplaced() {
    assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
    assertThat(realm.get("failureFactor").asInt()).isEqualTo(5);
    assertThat(realm.get("maxSecondaryAuthFailures").asInt()).isEqualTo(5);
    assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
    assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
    // the details would hold what was changed, as text
    assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isFalse();
    assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
    assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
    assertThat(realm.get("registrationAllowed").asBoolean()).isFalse();
    assertThat(realm.get("rememberMe").asBoolean()).isFalse();
  }

  private JsonNode client(String id) {
    for (JsonNode client : realm.get("clients")) {
      if (client.get("clientId").asText().equals(id)) {
        return client;
      }
    }
    throw new AssertionError("no client " + id);
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(FILE.toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
