package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.assessment.Backstage.audit;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Backstage.staff;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;
import static org.hifazat.assessment.Requests.body;
import static org.hifazat.assessment.Requests.conduct;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.messaging.RelayControl;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "assessments")
class ConductAssessmentTest {

  private static final String TOPIC = "hifazat.assessments.v1";
  private static final String COMPLETED = "org.hifazat.assessments.assessment-completed.v1";

  private final MutableClock clock;
  private final RelayControl relay;

  ConductAssessmentTest(MutableClock clock, RelayControl relay) {
    this.clock = clock;
    this.relay = relay;
  }

  @Test
  void theOwnerSubmitsTheFormAndTheServerScoresIt() {
    UUID caseId = openCase();
    Response created =
        conduct(
            Persona.SOCIAL_WORKER, caseId, Filled.matrix(3, 2).credit(1, "safe-place seeks-help"));
    created
        .then()
        .statusCode(201)
        .header("ETag", "\"v1\"")
        .body("caseId", equalTo(caseId.toString()))
        .body("riskLevel", equalTo("high"))
        .body("score", equalTo(5))
        .body("redFlags", empty())
        .body("claimedScoreRejected", equalTo(false))
        .body("conductedAt", equalTo("2026-01-15T07:30:00Z"))
        .body(
            "arithmetic.question",
            contains("likelihood", "severity", "harm_score", "credit_taken", "score"))
        .body("arithmetic.value", contains(3, 2, 6, 1, 5))
        .body("arithmetic[4].label.ur", equalTo("سکور"));
    String id = created.path("id");
    assertThat(created.header("Location")).isEqualTo("/v1/assessments/" + id);
    Response read = as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + id);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.header("ETag")).isEqualTo("\"v1\"");
    assertThat(read.jsonPath().getMap("")).isEqualTo(created.jsonPath().getMap(""));
    assertThat(audit("CONDUCT_ASSESSMENT", id))
        .containsExactly("performed case:" + caseId + " kp-risk-matrix:high");
    assertThat(audit("READ_ASSESSMENT", id)).containsExactly("read case:" + caseId);
  }

  @Test
  void theAnswersAreReadApartAndTheReadingIsAudited() {
    UUID caseId = openCase();
    String id =
        conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1).credit(1, "safe-place"))
            .path("id");
    Response answers = as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + id + "/answers");
    assertThat(answers.statusCode()).isEqualTo(200);
    assertThat(answers.contentType()).startsWith("application/xml");
    assertThat(answers.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answers.asString()).contains("<evidence>The grandmother confirmed it herself<");
    assertThat(audit("READ_ASSESSMENT_ANSWERS", id)).containsExactly("read case:" + caseId);
  }

  @Test
  void theCasesServiceIsToldInTheContractsWords() {
    UUID caseId = openCase();
    String id =
        conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(0, 1).redFlags("suicidal-intent"))
            .path("id");
    ConsumerRecord<String, byte[]> event = published(caseId).getFirst();
    assertThat(Topic.header(event, "ce_type")).isEqualTo(COMPLETED);
    assertThat(Topic.header(event, "ce_source")).isEqualTo("/hifazat/assessment-service");
    Topic.CONTRACTS.assertPublishable(COMPLETED, event.value());
    Map<String, Object> payload =
        JsonPath.from(new String(event.value(), StandardCharsets.UTF_8)).getMap("");
    assertThat(payload)
        .containsEntry("assessmentId", id)
        .containsEntry("caseId", caseId.toString())
        .containsEntry("riskLevel", "high")
        .containsEntry("score", 0)
        .containsEntry("redFlags", List.of("suicidal-intent"))
        .containsEntry("conductedAt", "2026-01-15T07:30:00Z");
  }

  @Test
  void nothingIsLostWhileNothingCanBePublished() {
    UUID caseId = openCase();
    relay.pause();
    try {
      conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(2, 1)).then().statusCode(201);
      assertThat(Topic.read(TOPIC, caseId)).isEmpty();
    } finally {
      relay.resume();
    }
    assertThat(published(caseId)).hasSize(1);
  }

  @Test
  void aSubmissionThatLiesAboutItsScoreIsScoredAgainAndTheLieIsRecorded() {
    Response created =
        conduct(Persona.SOCIAL_WORKER, openCase(), Filled.matrix(3, 3).claiming("1", "low"));
    created
        .then()
        .statusCode(201)
        .body("riskLevel", equalTo("high"))
        .body("score", equalTo(9))
        .body("claimedScoreRejected", equalTo(true));
    assertThat(audit("CONDUCT_ASSESSMENT", created.path("id")).getFirst())
        .contains("claims-rejected:")
        .contains("score")
        .contains("band");
  }

  @Test
  void theSupervisorOfTheUnitMayAssessToo() {
    UUID caseId = openCase();
    String id = conduct(Persona.SUPERVISOR, caseId, Filled.matrix(2, 1)).path("id");
    as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + id).then().statusCode(200);
  }

  @Test
  void aColleagueIsRefusedAndTheAttemptIsRecorded() {
    UUID caseId = openCase();
    conduct(Persona.COLLEAGUE, caseId, Filled.matrix(2, 1))
        .then()
        .statusCode(403)
        .body("code", equalTo("forbidden"));
    assertThat(audit("CONDUCT_ASSESSMENT", caseId)).containsExactly("refused relation:SAME_UNIT");
    assertThat(kept(caseId)).isZero();
  }

  @Test
  void anotherUnitsCaseLooksLikeNoCaseAtAll() {
    UUID caseId = openCase();
    Response foreign = conduct(Persona.OTHER_UNIT_SUPERVISOR, caseId, Filled.matrix(2, 1));
    Response absent =
        conduct(Persona.OTHER_UNIT_SUPERVISOR, UUID.randomUUID(), Filled.matrix(2, 1));
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.jsonPath().getString("code")).isEqualTo("not-found");
    assertThat(foreign.jsonPath().getString("title"))
        .isEqualTo(absent.jsonPath().getString("title"));
    assertThat(audit("CONDUCT_ASSESSMENT", caseId)).containsExactly("refused not-found");
    assertThat(kept(caseId)).isZero();
  }

  @Test
  void theSameRequestTwiceKeepsOneAssessment() {
    UUID caseId = openCase();
    UUID key = UUID.randomUUID();
    String body = body(Filled.matrix(2, 2));
    Response first = conduct(Persona.SOCIAL_WORKER, caseId, key, body);
    Response again = conduct(Persona.SOCIAL_WORKER, caseId, key, body);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(kept(caseId)).isOne();
    relay.flush();
    assertThat(published(caseId)).hasSize(1);
    conduct(Persona.SOCIAL_WORKER, caseId, key, body(Filled.matrix(1, 2)))
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency-key-reused"));
    assertThat(kept(caseId)).isOne();
  }

  @Test
  void aClosedCaseIsNotAssessed() {
    UUID caseId = openCase();
    Backstage.execute("update known_case set state = 'closed' where case_id = ?", caseId);
    conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(2, 1))
        .then()
        .statusCode(409)
        .body("code", equalTo("case-closed"));
    assertThat(kept(caseId)).isZero();
  }

  @Test
  void anAssessmentFromTheFutureIsRefusedAndOneOfYesterdayIsNot() {
    UUID caseId = openCase();
    clock.stopAt(Instant.parse("2026-01-15T09:00:00Z"));
    refused(caseId, Instant.parse("2026-01-15T09:03:00Z"), "conducted-in-the-future");
    Instant ahead = Instant.parse("2026-01-15T09:01:00Z");
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body(Filled.matrix(1, 1), ahead))
        .then()
        .statusCode(201)
        .body("conductedAt", equalTo("2026-01-15T09:00:00Z"))
        .body("recordedAt", equalTo("2026-01-15T09:00:00Z"));
    Instant yesterday = Instant.parse("2026-01-14T09:01:00Z");
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body(Filled.matrix(1, 1), yesterday))
        .then()
        .statusCode(201);
  }

  @Test
  void inTheSmallHoursTheDayIsPeshawars() {
    clock.stopAt(Instant.parse("2026-01-14T20:00:00Z"));
    Instant conducted = Instant.parse("2026-01-14T19:30:00Z");
    UUID caseId = openCase();
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body(Filled.matrix(1, 1), conducted))
        .then()
        .statusCode(201);
    clock.stopAt(Instant.parse("2026-01-14T18:00:00Z"));
    refused(caseId, Instant.parse("2026-01-14T17:30:00Z"), "submission-refused");
  }

  @Test
  void theFormsDateMayNotContradictTheRequests() {
    refused(openCase(), Instant.parse("2026-01-17T19:00:00Z"), "conducted-date-differs");
  }

  @Test
  void aChildWhoseDataWasErasedIsNotAssessedAndNotRead() {
    UUID caseId = openCase();
    String id = conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).path("id");
    Backstage.execute(
        "update subject_key set wrapped_key = null, destroyed_at = now() where subject_id = ?",
        caseId);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/assessments/" + id + "/answers")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 2)).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + id).then().statusCode(200);
    assertThat(kept(caseId)).isOne();
  }

  @Test
  void whatPeopleWroteIsReadableInNoTable() {
    UUID caseId = openCase();
    String written = "Palwasha ran to her aunt in Hayatabad";
    conduct(
            Persona.SOCIAL_WORKER,
            caseId,
            Filled.matrix(1, 1).with("/data/harm/harm_basis", written))
        .then()
        .statusCode(201);
    for (String table :
        Backstage.texts("select tablename from pg_tables where schemaname = 'public'")) {
      assertThat(Backstage.texts("select t::text from " + table + " t"))
          .noneMatch(row -> row.contains("Palwasha") || row.contains(hex("Palwasha")));
    }
    assertThat(staff(Persona.SOCIAL_WORKER).toString())
        .isEqualTo(
            Backstage.texts("select conducted_by from assessment where case_id = ?", caseId)
                .getFirst());
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void refused(UUID caseId, Instant conducted, String code) {
    long before = kept(caseId);
    conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body(Filled.matrix(1, 1), conducted))
        .then()
        .statusCode(422)
        .body("code", equalTo(code));
    assertThat(kept(caseId)).isEqualTo(before);
  }

  private static long kept(UUID caseId) {
    return Backstage.count("select count(*) from assessment where case_id = ?", caseId);
  }

  private static List<ConsumerRecord<String, byte[]>> published(UUID caseId) {
    return Awaitility.await("the event")
        .until(
            () ->
                Topic.read(TOPIC, caseId).stream()
                    .filter(
                        event ->
                            "org.hifazat.assessments.assessment-completed.v1"
                                .equals(Topic.header(event, "ce_type")))
                    .toList(),
            events -> !events.isEmpty());
  }

  @Test
  void aCaseHasItsAssessmentsNewestFirstInPages() {
    UUID caseId = openCase();
    for (int day = 13; day <= 15; day++) {
      Filled filled = Filled.matrix(1, day - 12).with("/data/conducted_on", "2026-01-" + day);
      Instant at = Instant.parse("2026-01-%dT08:00:00Z".formatted(day));
      conduct(Persona.SOCIAL_WORKER, caseId, UUID.randomUUID(), body(filled, at))
          .then()
          .statusCode(201);
    }
    Response first = as(Persona.SOCIAL_WORKER).get(assessments(caseId) + "?limit=2");
    first.then().statusCode(200).body("items.score", contains(3, 2));
    String next = first.header("Link").replaceFirst("<(.*)>.*", "$1");
    as(Persona.SOCIAL_WORKER)
        .urlEncodingEnabled(false)
        .get(assessments(caseId) + next)
        .then()
        .statusCode(200)
        .body("items.score", contains(1))
        .header("Link", (String) null);
    as(Persona.SOCIAL_WORKER)
        .urlEncodingEnabled(false)
        .get(assessments(openCase()) + next)
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-value"));
    as(Persona.SOCIAL_WORKER).get(assessments(caseId) + "?limit=101").then().statusCode(400);
    assertThat(audit("LIST_ASSESSMENTS", caseId)).containsOnly("read ");
  }
}
