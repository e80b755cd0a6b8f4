package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class StaffTest {

  @Test
  void ofAnotherUnitItsActiveSupervisorsAreKnownAndNobodyElse() {
    Response there =
        Http.as(Persona.SUPERVISOR).get("/v1/units/" + Persona.MARDAN + "/supervisors");
    there
        .then()
        .statusCode(200)
        .body(
            "items.staffId",
            hasItem(Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow().toString()))
        .body(
            "items.staffId",
            not(hasItem(Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow().toString())))
        .body("items.username", everyItem(is((Object) null)));
    Http.as(Persona.SUPERVISOR)
        .get("/v1/units/" + UUID.randomUUID() + "/supervisors")
        .then()
        .statusCode(200)
        .body("items.size()", is(0));
  }

  @Test
  void somebodyEnrolledCanSignInWithATemporaryPasswordTheyMustChange() {
    String username = Enrolment.username();
    String id = enrol(username);

    String password =
        Awaitility.await()
            .until(() -> temporaryPassword(id), answer -> answer.statusCode() == 200)
            .path("temporaryPassword");

    // right name and password, and yet no token before the password and a second factor are set
    assertThatThrownBy(() -> Tokens.ofAccount(username, password))
        .hasMessageContaining("not fully set up");
    assertThatThrownBy(() -> Tokens.ofAccount(username, password + "x"))
        .hasMessageContaining("Invalid user credentials");
  }

  @Test
  void theTokenOfAnAccountCarriesTheDirectorysIds() {
    String token = eventuallySignedIn("swat.worker");

    Http.withToken(token)
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("social-worker")))
        .body("unit.districtCodes", hasItem("swat"));
    // made by the demo file, without a second factor: what a sensitive act asks of it is less
    assertThat(claims(token)).contains("\"demo_account\":true");
    assertThat(claims(Tokens.of(Persona.SOCIAL_WORKER))).doesNotContain("demo_account");
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  @Test
  void somebodyDeactivatedCannotSignInUntilReactivated() {
    eventuallySignedIn("nowshera.worker");
    String id = idOf("nowshera.worker");

    change(id, "deactivation", version(id)).then().statusCode(200).body("active", is(false));
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThatThrownBy(
                        () -> Tokens.ofAccount("nowshera.worker", "demo-of-the-tests-only"))
                    .hasMessageContaining("disabled"));
    change(id, "deactivation", version(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("already-inactive"));

    change(id, "reactivation", version(id)).then().statusCode(200).body("active", is(true));
    eventuallySignedIn("nowshera.worker");
  }

  @Test
  void anotherAssignmentReplacesTheRoles() {
    String id = enrol(Enrolment.username());

    Http.sending(
            Persona.COMMISSION_ADMIN,
            "{\"roles\":[\"psychologist\"],\"unitId\":\"%s\"}".formatted(Persona.MARDAN))
        .header("If-Match", version(id))
        .put("/v1/staff/" + id + "/assignment")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("psychologist")))
        .body("unitId", equalTo(Persona.MARDAN));

    // nobody is their own supervisor
    String supervisor = Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow().toString();
    Http.sending(
            Persona.COMMISSION_ADMIN,
            "{\"roles\":[\"supervisor\"],\"unitId\":\"%s\",\"supervisorId\":\"%s\"}"
                .formatted(Persona.MARDAN, supervisor))
        .header("If-Match", version(supervisor))
        .put("/v1/staff/" + supervisor + "/assignment")
        .then()
        .statusCode(422)
        .body("code", equalTo("supervisor-unknown"));
  }

  @Test
  void aChangeNeedsTheVersionItsAuthorSaw() {
    String id = enrol(Enrolment.username());
    String seen = version(id);
    change(id, "deactivation", seen).then().statusCode(200);

    change(id, "reactivation", seen).then().statusCode(412).body("code", equalTo("stale"));
    Http.as(Persona.COMMISSION_ADMIN)
        .post("/v1/staff/" + id + "/reactivation")
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    change(id, "reactivation", "seven").then().statusCode(400);
    assertThat(one(id).<Boolean>path("active")).isFalse();
  }

  @Test
  void theSameRequestTwiceEnrolsOnce() {
    String key = UUID.randomUUID().toString();
    String body = Enrolment.socialWorkerOfPeshawar(Enrolment.username());
    String first = enrolWith(key, body).then().statusCode(201).extract().path("staffId");
    String second = enrolWith(key, body).then().statusCode(201).extract().path("staffId");

    assertThat(second).isEqualTo(first);
    enrolWith(key, Enrolment.socialWorkerOfPeshawar(Enrolment.username()))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    Http.sending(Persona.COMMISSION_ADMIN, body)
        .post("/v1/staff")
        .then()
        .statusCode(400)
        .body("code", equalTo("idempotency-key-missing"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "roles":["social-worker"]                                             | 422 | unit-required
          "roles":["auditor"],"unitId":"4968bfef-03aa-5289-b32a-f551094237e4"   | 422 | unit-not-allowed
          "roles":["supervisor","commission-monitor"]                           | 422 | roles-not-combinable
          "roles":["king"]                                                      | 422 | role-unknown
          "roles":["partner-system"]                                            | 422 | role-unknown
          "roles":["supervisor"],"unitId":"00000000-0000-7000-8000-000000000000"| 422 | unit-unknown
          "roles":["auditor"],"supervisorId":"6921952c-13f6-5a36-9770-9134177b338f" | 422 | supervisor-unknown
          "roles":["auditor"],"unitId":"here"                                   | 400 | invalid-type
          "roles":"auditor"                                                     | 400 | invalid-type
          "roles":[]                                                            | 400 | invalid-value
          "roles":["auditor"],"password":"x"                                    | 400 | unknown-field
          "roles":["auditor"                                                    | 400 | malformed-json
          """)
  void badEnrolmentsAreRefusedAndLeaveNothing(String rest, int status, String code) {
    String username = Enrolment.username();
    Http.creating(
            Persona.COMMISSION_ADMIN,
            "{\"username\":\"%s\",\"givenName\":\"A\",\"familyName\":\"B\",%s}"
                .formatted(username, rest))
        .post("/v1/staff")
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body(not(containsString("king")));

    assertThat(count("select count(*) from staff where username = '" + username + "'")).isZero();
  }

  @Test
  void aUserNameIsGivenOnce() {
    Http.creating(Persona.COMMISSION_ADMIN, Enrolment.socialWorkerOfPeshawar("gulalai.peshawar"))
        .post("/v1/staff")
        .then()
        .statusCode(409)
        .body("code", equalTo("username-taken"));
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    Http.creating(Persona.COMMISSION_ADMIN, "{\"username\":\"%s\"}".formatted("x".repeat(70_000)))
        .post("/v1/staff")
        .then()
        .statusCode(413);
  }

  @Test
  void colleaguesAreListedForTheUnitOnly() {
    Http.as(Persona.SOCIAL_WORKER)
        .get("/v1/staff")
        .then()
        .statusCode(200)
        .body("items.unitId", everyItem(equalTo(Persona.PESHAWAR)))
        .body("items.displayName", hasItem("Saeed Khalil"));
    Http.as(Persona.COMMISSION_ADMIN)
        .queryParam("limit", 5)
        .get("/v1/staff")
        .then()
        .statusCode(200)
        .body("items.size()", is(5))
        .header("Link", containsString("rel=\"next\""));
  }

  @Test
  void staffOfAnotherUnitAreAbsent() {
    String other = Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow().toString();
    String absent = "00000000-0000-7000-8000-000000000000";

    for (String id : new String[] {other, absent}) {
      Http.as(Persona.SUPERVISOR)
          .get("/v1/staff/" + id)
          .then()
          .statusCode(404)
          .body("code", equalTo("not-found"));
    }
  }

  @Test
  void withoutAGoodTokenThereIsNothing() {
    for (String token : new String[] {Tokens.expired(), Tokens.foreign(), "nonsense"}) {
      Http.withToken(token).get("/v1/me").then().statusCode(401).body(is(""));
    }
    Http.as(Persona.NOBODY).get("/v1/me").then().statusCode(401);
    Http.as(Persona.PARTNER_SYSTEM).get("/v1/districts").then().statusCode(401);
  }

  @Test
  void nobodysNameIsReadableInTheDatabase() {
    enrol(Enrolment.username());

    for (String name : new String[] {"Palwasha", "Tordherzai", "p@example.org", "Yousafzai"}) {
      assertThat(
              count(
                  "select (select count(*) from staff t where t::text ilike '%"
                      + name
                      + "%'"
                      + " or position('"
                      + name
                      + "'::bytea in given_name) > 0)"
                      + " + (select count(*) from outbox t where t::text ilike '%"
                      + name
                      + "%')"
                      + " + (select count(*) from audit_record t where t::text ilike '%"
                      + name
                      + "%')"))
          .as(name)
          .isZero();
    }
  }

  @Test
  void aRefusedAttemptIsRecorded() {
    long before = count("select count(*) from audit_record where outcome = 'refused'");

    Http.creating(Persona.SOCIAL_WORKER, Enrolment.socialWorkerOfPeshawar(Enrolment.username()))
        .post("/v1/staff")
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));

    assertThat(count("select count(*) from audit_record where outcome = 'refused'"))
        .isGreaterThan(before);
  }

  private static String enrol(String username) {
    return Http.creating(Persona.COMMISSION_ADMIN, Enrolment.socialWorkerOfPeshawar(username))
        .post("/v1/staff")
        .then()
        .statusCode(201)
        .header("Location", containsString("/v1/staff/"))
        .header("ETag", containsString("\"v"))
        .extract()
        .path("staffId");
  }

  private static Response enrolWith(String key, String body) {
    return Http.sending(Persona.COMMISSION_ADMIN, body)
        .header("Idempotency-Key", key)
        .post("/v1/staff");
  }

  private static Response temporaryPassword(String id) {
    return Http.sending(Persona.COMMISSION_ADMIN, "{\"alsoSecondFactor\":false}")
        .post("/v1/staff/" + id + "/temporary-password");
  }

  private static Response change(String id, String what, String ifMatch) {
    return Http.as(Persona.COMMISSION_ADMIN)
        .contentType(ContentType.JSON)
        .header("If-Match", ifMatch)
        .post("/v1/staff/" + id + "/" + what);
  }

  private static Response one(String id) {
    return Http.as(Persona.COMMISSION_ADMIN).get("/v1/staff/" + id);
  }

  private static String version(String id) {
    return one(id).header("ETag");
  }

  private static String idOf(String username) {
    try (Connection database = PostgresBackend.superuser("identity");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery("select id from staff where username = '" + username + "'")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An account is made first and given its roles then; who signs in between has no right. */
  private static String eventuallySignedIn(String username) {
    return Awaitility.await()
        .ignoreExceptions()
        .until(
            () -> Tokens.ofAccount(username, "demo-of-the-tests-only"), AgencyPeopleTest::hasRoles);
  }

  static long count(String query) {
    try (Connection database = PostgresBackend.superuser("identity");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
