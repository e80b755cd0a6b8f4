package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KeycloakBackendTest {

  @ParameterizedTest
  @EnumSource(Persona.class)
  void aPersonasTokenSaysWhoTheyAreAndNothingMore(Persona persona) {
    JsonNode claims = claims(Tokens.of(persona));

    assertThat(claims.path("staff_id").asString(""))
        .isEqualTo(persona.staffId().map(Object::toString).orElse(""));
    assertThat(claims.path("unit_id").asString(""))
        .isEqualTo(persona.unitId().map(Object::toString).orElse(""));
    assertThat(claims.path("agency_id").asString(""))
        .isEqualTo(persona.agencyId().map(Object::toString).orElse(""));
    assertThat(claims.path("roles").valueStream().map(JsonNode::asString))
        .containsExactlyInAnyOrderElementsOf(persona.roles());
    assertThat(claims.path("aud").asString("")).isEqualTo(audience(persona));
    assertThat(claims.has("preferred_username")).isFalse();
    assertThat(claims.has("name")).isFalse();
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
  }

  @Test
  void aPersonHasJustSignedInWithASecondFactorAndAProgramNever() {
    JsonNode person = claims(Tokens.of(Persona.SUPERVISOR));
    JsonNode program = claims(Tokens.of(Persona.PARTNER_SYSTEM));

    assertThat(person.get("acr").asString()).isEqualTo("2");
    assertThat(person.get("iat").asLong() - person.get("auth_time").asLong()).isBetween(0L, 180L);
    assertThat(program.has("auth_time")).isFalse();
  }

  @Test
  void aSignInCanBeOldOrWeakOrAtAnyTime() {
    JsonNode old = claims(Tokens.ofOldSignIn(Persona.SUPERVISOR));
    JsonNode weak = claims(Tokens.ofWeakSignIn(Persona.SUPERVISOR));
    Instant then = Instant.parse("2031-02-03T04:05:06Z");
    JsonNode moved = claims(Tokens.signedInAt(Persona.SUPERVISOR, then, 2));

    assertThat(old.get("iat").asLong() - old.get("auth_time").asLong()).isGreaterThan(3000);
    assertThat(weak.get("acr").asString()).isEqualTo("1");
    assertThat(moved.get("auth_time").asLong()).isEqualTo(then.getEpochSecond());
    assertThat(moved.get("sub")).isEqualTo(claims(Tokens.of(Persona.SUPERVISOR)).get("sub"));
    assertThatThrownBy(() -> Tokens.ofOldSignIn(Persona.PARTNER_SYSTEM))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anExpiredTokenHasEnded() {
    assertThat(claims(Tokens.expired()).get("exp").asLong())
        .isLessThan(System.currentTimeMillis() / 1000);
  }

  @Test
  void aForeignTokenDiffersInItsSignatureOnly() {
    String ours = Tokens.of(Persona.SOCIAL_WORKER);
    String foreign = Tokens.foreign();

    assertThat(foreign).startsWith(ours.substring(0, ours.lastIndexOf('.'))).isNotEqualTo(ours);
  }

  @Test
  void noClientOfTheShippedRealmTakesPasswords() {
    for (String client : new String[] {"gateway", "identity-provisioning", "admin-cli"}) {
      assertThatThrownBy(
              () ->
                  KeycloakBackend.administration(KeycloakBackend.url())
                      .token(
                          "hifazat",
                          Map.of(
                              "grant_type",
                              "password",
                              "client_id",
                              client,
                              "client_secret",
                              client.equals("gateway")
                                  ? KeycloakBackend.GATEWAY_SECRET
                                  : KeycloakBackend.PROVISIONING_SECRET,
                              "username",
                              Persona.SOCIAL_WORKER.account(),
                              "password",
                              RealmAdministration.SECRET)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("(?s).*was answered with 40[01].*");
    }
  }

  /** Keycloak gives the scope with the audience only to who has one of its roles. */
  private static String audience(Persona persona) {
    if (persona.roles().isEmpty()) {
      return "";
    }
    return persona.isSystem() ? "hifazat-partner-api" : "hifazat-services";
  }

  private static JsonNode claims(String token) {
    String payload = token.split("\\.", -1)[1];
    return JsonMapper.shared()
        .readTree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
