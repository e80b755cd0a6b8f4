package org.hifazat.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.platform.testing.Calls.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets at another's account by being enrolled under its name. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class AccountOfSomebodyElseTest {
  private static final String PROVISIONING = "service-account-identity-provisioning";
  private static final UUID HOSPITAL = UUID.fromString(Persona.HOSPITAL);

  private final KeycloakCalls calls;
  private final KeycloakAccounts accounts;

  @Inject
  AccountOfSomebodyElseTest(KeycloakCalls calls, KeycloakAccounts accounts) {
    this.calls = calls;
    this.accounts = accounts;
  }

  @Test
  void anAccountThatWasThereIsNeitherChangedNorGivenAPassword() {
    String username = username();
    String account = make(username, Map.of());
    JsonNode before = calls.get("/users/" + account).orElseThrow();

    String people = "/v1/agencies/" + HOSPITAL + "/people";
    Response enrolled = enrol(people, username);
    enrolled.then().statusCode(201);
    asAdministrator("{\"alsoSecondFactor\":true}")
        .post(people + "/" + enrolled.path("id") + "/temporary-password")
        .then()
        .statusCode(409)
        .body("code", equalTo("account-not-ours"));
    assertThatThrownBy(() -> accounts.apply(ofAgency(username)))
        .hasMessageContaining("account-not-ours");

    assertThat(calls.get("/users/" + account).orElseThrow()).isEqualTo(before);
    assertThat(calls.get("/users/" + account + "/credentials").orElseThrow()).isEmpty();
    // whoever was enrolled has an account once the other is gone, and no task waits for ever
    calls.change("DELETE", "/users/" + account, null);
  }

  @Test
  void anAccountOfStaffIsNotAnAgencysNorOfOtherStaff() {
    String username = username();
    UUID staffId = UUID.randomUUID();
    make(username, Map.of("staff_id", staffId.toString(), "agency_id", Persona.HOSPITAL));

    for (WantedAccount other : List.of(ofAgency(username), ofStaff(UUID.randomUUID(), username))) {
      assertThatThrownBy(() -> accounts.apply(other)).hasMessageContaining("account-not-ours");
    }
    assertThatCode(() -> accounts.apply(ofStaff(staffId, username))).doesNotThrowAnyException();
  }

  /** It may manage all accounts of the realm: who had it would have everything. */
  @Test
  void theAccountOfAClientIsNobodys() {
    assertThatThrownBy(() -> accounts.apply(ofAgency(PROVISIONING)))
        .hasMessageContaining("account-not-ours");
    assertThatThrownBy(
            () ->
                accounts.temporaryPassword(
                    ofAgency(PROVISIONING).holder(), PROVISIONING, "a-password-of-12", false))
        .hasMessageContaining("account-not-ours");
  }

  @ParameterizedTest
  @ValueSource(strings = {PROVISIONING, "service-account-x"})
  void namesOfClientsAccountsAreRefused(String username) {
    enrol("/v1/agencies/" + HOSPITAL + "/people", username)
        .then()
        .statusCode(422)
        .body("code", equalTo("username-reserved"));
    asAdministrator(
            """
            {"username":"%s","givenName":"A","familyName":"B","roles":["auditor"]}
            """
                .formatted(username))
        .post("/v1/staff")
        .then()
        .statusCode(422)
        .body("code", equalTo("username-reserved"));
  }

  private static String username() {
    return "x" + UUID.randomUUID().toString().substring(0, 18);
  }

  private String make(String username, Map<String, String> attributes) {
    ObjectNode account = calls.json().createObjectNode();
    account.put("username", username).put("enabled", true);
    ObjectNode carried = account.putObject("attributes");
    attributes.forEach((name, value) -> carried.putArray(name).add(value));
    return calls.create("/users", account).orElseThrow();
  }

  private static WantedAccount ofAgency(String username) {
    return new WantedAccount(
        new WantedAccount.Holder.OfAgency(HOSPITAL),
        username,
        true,
        List.of("partner-worker"),
        Optional.empty(),
        true);
  }

  private static WantedAccount ofStaff(UUID staffId, String username) {
    return new WantedAccount(
        new WantedAccount.Holder.OfStaff(staffId, Optional.empty()),
        username,
        true,
        List.of("auditor"),
        Optional.empty(),
        true);
  }

  private static Response enrol(String people, String username) {
    return asAdministrator(
            "{\"username\":\"%s\",\"name\":\"Palwasha Tordherzai\"}".formatted(username))
        .post(people);
  }

  private static RequestSpecification asAdministrator(String body) {
    return given()
        .auth()
        .oauth2(Tokens.of(Persona.COMMISSION_ADMIN))
        .contentType("application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body);
  }
}
