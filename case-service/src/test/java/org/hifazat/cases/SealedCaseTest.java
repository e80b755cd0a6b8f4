package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.concern.Outcomes;
import org.hifazat.cases.kinship.Links;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sealed case is there for the people named, and for nobody else in any way. */
@HifazatTest(service = "cases")
class SealedCaseTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final UUID OFFICER = Persona.PROTECTION_OFFICER.staffId().orElseThrow();
  private static final UUID WORKER = Persona.SOCIAL_WORKER.staffId().orElseThrow();
  private static final UUID SUPERVISOR = Persona.SUPERVISOR.staffId().orElseThrow();

  /** A supervisor of the same unit who is not named. */
  private static final UUID ANOTHER = UUID.fromString("5ea1ed00-0000-7000-8000-000000000001");

  @Inject DataSource database;
  @Inject CallerContext callers;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static Caller another() {
    return new Caller(
        "another",
        Optional.of(ANOTHER),
        Persona.SUPERVISOR.unitId(),
        Optional.empty(),
        Set.of("supervisor"));
  }

  private static String sealed(String given) {
    String id = openCase(Persona.SOCIAL_WORKER, given, NINE_YEARS);
    Seals.seal(Persona.SUPERVISOR, id, Casework.etag(id), WORKER, SUPERVISOR)
        .then()
        .statusCode(204);
    return id;
  }

  @Test
  void aTransferThatEndedTellsWhoWasAskedLittleAndOnceTheCaseIsSealedNothing() {
    String id = openCase(Persona.SOCIAL_WORKER, "Wazhma", NINE_YEARS);
    Response transfer =
        Transfers.propose(Persona.SUPERVISOR, id, Transfers.MARDAN, Transfers.OVERRIDE);
    String place = "/v1/transfers/" + transfer.path("id");
    String asked = as(Persona.OTHER_UNIT_SUPERVISOR).get(place).path("content.request");
    assertThat(asked).isEqualTo("Moved to an invented uncle.");
    Transfers.end(Persona.OTHER_UNIT_SUPERVISOR, transfer, "decline").then().statusCode(200);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get(place)
        .then()
        .statusCode(200)
        .body("content.answer", equalTo("The invented uncle said no."))
        .body("content.concerns.size()", equalTo(0))
        .body("content.request", nullValue())
        .body("content.overrideText", nullValue());
    Database app = new Database(database, callers);
    String stubs = "select count(*) from case_transfer where case_id = '" + id + "'";
    assertThat(app.seen(another(), stubs)).isPositive();
    Seals.seal(Persona.SUPERVISOR, id, Casework.etag(id), WORKER, SUPERVISOR)
        .then()
        .statusCode(204);
    assertThat(app.seen(another(), stubs)).isZero();
    as(Persona.OTHER_UNIT_SUPERVISOR).get(place).then().statusCode(404);
    as(Persona.SUPERVISOR).get(place).then().statusCode(200);
  }

  @Test
  void theSupervisorWhoIsNamedHearsOfHighRiskWhenTheWorkersOwnIsNot() {
    String mine = "select supervisor_id::text from known_staff where staff_id = ?";
    String usual = Backstage.texts(mine, WORKER).getFirst();
    String supervised = "update known_staff set supervisor_id = ?::uuid where staff_id = ?";
    try {
      Backstage.execute(
          "insert into known_staff (staff_id, unit_id, supervisor_id, roles, active, version)"
              + " values (?, ?, null, '{supervisor}', true, 1) on conflict do nothing",
          ANOTHER,
          UUID.fromString(Persona.PESHAWAR));
      Backstage.execute(supervised, ANOTHER.toString(), WORKER);
      String id = sealed("Spozhmai");
      Casework.riskOnly(id, "high", Instant.now());
      assertThat(
              Backstage.texts(
                  "select owner_id from task where kind = 'supervisor-notice' and case_id = ?::uuid",
                  id))
          .containsExactly(SUPERVISOR.toString());
    } finally {
      Backstage.execute(supervised, usual, WORKER);
      Backstage.execute("delete from known_staff where staff_id = ?", ANOTHER);
    }
  }

  @Test
  void whatWasAnsweredBeforeTheSealIsNotAnsweredAgain() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zarlashta", NINE_YEARS);
    UUID key = UUID.randomUUID();
    String body = Seals.emergency(Links.number(id));
    emergency(key, body).then().statusCode(201);
    emergency(key, body).then().statusCode(201);
    Seals.seal(Persona.SUPERVISOR, id, Casework.etag(id), WORKER, SUPERVISOR)
        .then()
        .statusCode(204);
    refused(emergency(key, body), 422, "case-number-unknown");
  }

  private static Response emergency(UUID key, String body) {
    return as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/emergency-accesses");
  }

  @Test
  void aReportThatJoinsASealedCaseIsReadByThoseNamedOnly() {
    String id = sealed("Storai");
    Response report = Requests.waiting(Persona.PROTECTION_OFFICER);
    String place = "/v1/concern-reports/" + report.path("id");
    as(Persona.PROTECTION_OFFICER).get(place).then().statusCode(200);
    Outcomes.triaged(Persona.SOCIAL_WORKER, report, Outcomes.join(Links.number(id)));
    as(Persona.SOCIAL_WORKER).get(place).then().statusCode(200);
    as(Persona.PROTECTION_OFFICER).get(place).then().statusCode(404);
  }

  @Test
  void whoIsNotNamedFindsItNowhere() {
    String id = sealed("Palwasha");
    String number = Links.number(id);
    String report = as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).path("concernReportId");
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + id).then().statusCode(404);
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + id + "/next-steps").then().statusCode(404);
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/cases?limit=100")
        .then()
        .body("items.id", not(hasItem(id)));
    as(Persona.PROTECTION_OFFICER).get("/v1/concern-reports/" + report).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get("/v1/cases?limit=100").then().body("items.id", hasItem(id));
    assertThat(found(Persona.PROTECTION_OFFICER, number)).isEmpty();
    assertThat(found(Persona.OTHER_UNIT_SOCIAL_WORKER, number)).isEmpty();
    assertThat(found(Persona.SOCIAL_WORKER, number)).containsExactly(number);
    byName(number);
    Seals.takeEmergency(Persona.PROTECTION_OFFICER, number)
        .then()
        .statusCode(422)
        .body("code", equalTo("case-number-unknown"));
  }

  private static void byName(String number) {
    List<String> numbers =
        as(Persona.PROTECTION_OFFICER)
            .body("{\"names\":{\"given\":\"Palwasha\"}}")
            .post("/v1/child-searches")
            .path("matches.caseNumber");
    assertThat(numbers).doesNotContain(number);
  }

  private static List<String> found(Persona persona, String number) {
    return as(persona)
        .body("{\"caseNumber\":\"%s\"}".formatted(number))
        .post("/v1/child-searches")
        .path("matches.caseNumber");
  }

  @Test
  void aSupervisorWhoIsNotNamedIsAnybodyAlsoToTheDatabase() {
    String id = sealed("Gulmina");
    Database app = new Database(database, callers);
    Caller another = another();
    Map<String, String> rows =
        Map.of(
            "case_file", "id",
            "task", "case_id",
            "timeline_entry", "case_id",
            "case_seal", "case_id",
            "concern_report", "case_id");
    rows.forEach(
        (table, key) -> {
          String sql = "select count(*) from " + table + " where " + key + " = '" + id + "'";
          assertThat(app.seen(another, sql)).as(table).isZero();
          assertThat(app.seen(Database.caller(Persona.SUPERVISOR), sql)).as(table).isPositive();
        });
    String byNumber = "select count(*) from case_of_number('" + Links.number(id) + "')";
    assertThat(app.seen(another, byNumber)).isZero();
    assertThat(app.seen(Database.caller(Persona.SUPERVISOR), byNumber)).isOne();
    assertThat(
            app.seen(
                another,
                "select count(*) from child where id in (select child_id from case_file where id ="
                    + " '"
                    + id
                    + "')"))
        .isZero();
  }

  @Test
  void aLinkAndTheStoryOfTheOtherCaseTellNothingOfIt() {
    String open = openCase(Persona.SOCIAL_WORKER, "Sister", NINE_YEARS);
    String secret = openCase(Persona.SOCIAL_WORKER, "Brother", NINE_YEARS);
    Links.link(Persona.SOCIAL_WORKER, open, Links.number(secret), "sibling");
    String told =
        "select count(*) from timeline_entry where kind = 'case-linked' and case_id = '"
            + open
            + "'";
    Database app = new Database(database, callers);
    assertThat(app.seen(Database.caller(Persona.PROTECTION_OFFICER), told)).isOne();
    Seals.seal(Persona.SUPERVISOR, secret, Casework.etag(secret), WORKER, SUPERVISOR)
        .then()
        .statusCode(204);
    assertThat(app.seen(Database.caller(Persona.PROTECTION_OFFICER), told)).isZero();
    assertThat(app.seen(Database.caller(Persona.SOCIAL_WORKER), told)).isOne();
    assertThat(
            app.seen(
                Database.caller(Persona.PROTECTION_OFFICER),
                "select count(*) from case_link where case_id = '" + open + "'"))
        .isZero();
  }

  /**
   * The search kept quiet, so the pair is what is left: it stands before those who know of both.
   */
  @Test
  void aPairWithASealedCaseStandsBeforeThePeopleNamedOnly() {
    String secret = sealed("Twice");
    String open = openCase(Persona.PROTECTION_OFFICER, "Twice", NINE_YEARS);
    Backstage.execute(
        """
        insert into duplicate_pair (id, one_child, other_child, one_case, other_case, one_unit, other_unit, zone, chance,
                                    weight, parts, weights_version, found_at, state, version)
        select gen_random_uuid(), a.child_id, b.child_id, a.id, b.id, a.unit_id, b.unit_id, 'likely', 0.9, 9, '[]', 1, now(), 'open', 0
          from case_file a join case_file b on a.child_id < b.child_id
         where a.id in (?::uuid, ?::uuid) and b.id in (?::uuid, ?::uuid)
        on conflict do nothing""",
        secret,
        open,
        secret,
        open);
    Database app = new Database(database, callers);
    String pairs =
        "select count(*) from duplicate_pair where '" + secret + "' in (one_case, other_case)";
    assertThat(app.seen(Database.caller(Persona.SUPERVISOR), pairs)).isPositive();
    assertThat(app.seen(another(), pairs)).isZero();
    assertThat(app.seen(Database.caller(Persona.PROTECTION_OFFICER), pairs)).isZero();
  }

  @Test
  void whoIsNamedIsChosenWithCareAndOnlyASupervisorSealsAndOpens() {
    String id = openCase(Persona.SOCIAL_WORKER, "Careful", NINE_YEARS);
    String etag = Casework.etag(id);
    Seals.seal(Persona.SOCIAL_WORKER, id, etag, WORKER).then().statusCode(403);
    refused(Seals.seal(Persona.SUPERVISOR, id, etag, SUPERVISOR), 409, "seal-without-owner");
    refused(Seals.seal(Persona.SUPERVISOR, id, etag, WORKER), 409, "seal-without-yourself");
    refused(
        Seals.seal(Persona.SUPERVISOR, id, etag, WORKER, SUPERVISOR, UUID.randomUUID()),
        422,
        "colleague-unknown");
    refused(Seals.open(Persona.SUPERVISOR, id, etag), 409, "not-sealed");
    Seals.seal(Persona.SUPERVISOR, id, etag, WORKER, SUPERVISOR).then().statusCode(204);
    refused(Assignments.assign(id, OFFICER, Assignments.HANDOVER), 409, "owner-not-named");
    Seals.seal(Persona.SUPERVISOR, id, Casework.etag(id), WORKER, SUPERVISOR, OFFICER)
        .then()
        .statusCode(204);
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + id).then().statusCode(200);
    Seals.open(Persona.SOCIAL_WORKER, id, Casework.etag(id)).then().statusCode(403);
    Seals.open(Persona.SUPERVISOR, id, Casework.etag(id)).then().statusCode(204);
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + id).then().statusCode(403);
    assertThat(Backstage.audit("SEAL_CASE", id)).contains("performed case-sealed");
    published(id);
  }

  private static void published(String id) {
    String type = "org.hifazat.cases.case-members-changed.v1";
    Awaitility.await("the others are told")
        .until(() -> Topic.types(Topic.CASES, id).stream().filter(type::equals).count() == 3);
    Topic.read(Topic.CASES, id)
        .forEach(
            event -> EventContracts.load().assertPublishable(Topic.type(event), event.value()));
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void theCommissionKnowsWhereAndWhyAndNotWhich() {
    String id = sealed("Counted");
    Response seals = as(Persona.COMMISSION_ADMIN).get("/v1/seals");
    seals
        .then()
        .statusCode(200)
        .body("items.reason", hasItem("staff-relative"))
        .body("items.unitId", hasItem(Persona.PESHAWAR));
    assertThat(seals.asString()).doesNotContain(id, Links.number(id), WORKER.toString(), "niece");
    as(Persona.SUPERVISOR).get("/v1/seals").then().statusCode(403);
  }

  @Test
  void aSealedCaseGoesToOneSupervisorOfTheOtherUnitAndStaysSealed() {
    String id = sealed("Away");
    Casework.consented(id);
    refused(
        Transfers.propose(
            Persona.SUPERVISOR, id, Transfers.MARDAN, ",\"receiverId\":\"" + OFFICER + "\""),
        409,
        "transfer-receiver-needed");
    UUID receiver = Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow();
    Response proposed = Transfers.propose(Persona.SUPERVISOR, id, Transfers.MARDAN, "");
    proposed.then().statusCode(201);
    Transfers.accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, "").then().statusCode(200);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).then().statusCode(200);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(404);
    as(Persona.SUPERVISOR).get("/v1/cases/" + id).then().statusCode(404);
    assertThat(Backstage.texts("select named_ids from case_file where id = ?::uuid", id))
        .containsExactly("{" + receiver + "}");
  }
}
