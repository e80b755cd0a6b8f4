package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What assessments of the assessment service do to a case. */
@HifazatTest(service = "cases")
class RiskTest {
  private static final String TYPE = "org.hifazat.assessments.assessment-completed.v1";
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Instant MORNING = Instant.parse("2026-11-20T06:00:00Z");
  private static final Instant EVENING = Instant.parse("2026-11-20T15:00:00Z");

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void anAssessmentDeliveredTwiceCountsOnce() {
    String id = openCase(Persona.SOCIAL_WORKER, "Wagma", NINE_YEARS);
    UUID event = UUID.randomUUID();
    UUID assessment = UUID.randomUUID();
    send(event, assessment, id, "high", MORNING);
    send(event, assessment, id, "high", MORNING);
    UUID next = UUID.randomUUID();
    send(next, UUID.randomUUID(), id, "high", EVENING);
    applied(next);
    assertThat(changes(id)).isEqualTo(2);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("riskLevel", equalTo("high"))
        .body("riskSetAt", equalTo(EVENING.toString()))
        .body("tasks.findAll { it.kind == 'first-response' }", hasSize(1));
  }

  @Test
  void assessmentsOutOfOrderEndWhereThoseInOrderDo() {
    String inOrder = openCase(Persona.SOCIAL_WORKER, "Zala", NINE_YEARS);
    String reversed = openCase(Persona.SOCIAL_WORKER, "Zalanda", NINE_YEARS);
    send(UUID.randomUUID(), UUID.randomUUID(), inOrder, "high", MORNING);
    UUID last = UUID.randomUUID();
    send(last, UUID.randomUUID(), inOrder, "medium", EVENING);
    applied(last);
    send(UUID.randomUUID(), UUID.randomUUID(), reversed, "medium", EVENING);
    UUID late = UUID.randomUUID();
    send(late, UUID.randomUUID(), reversed, "high", MORNING);
    applied(late);
    for (String id : new String[] {inOrder, reversed}) {
      as(Persona.SOCIAL_WORKER)
          .get("/v1/cases/" + id)
          .then()
          .body("riskLevel", equalTo("high"))
          .body("riskSetAt", equalTo(MORNING.toString()))
          .body("tasks.findAll { it.kind == 'first-response' }", hasSize(1))
          .body(
              "tasks.find { it.kind == 'first-response' }.dueAt", equalTo("2026-11-21T06:00:00Z"));
    }
  }

  @Test
  void anOlderAssessmentThatArrivesLateConfirmsNothingNewer() {
    String id = openCase(Persona.SOCIAL_WORKER, "Palwasha", NINE_YEARS);
    send(UUID.randomUUID(), UUID.randomUUID(), id, "low", EVENING);
    UUID late = UUID.randomUUID();
    send(late, UUID.randomUUID(), id, "low", MORNING);
    applied(late);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("riskSetAt", equalTo(EVENING.toString()));
  }

  @Test
  void loweringIsKeptForASupervisorAndPublishedByNobody() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zohra", NINE_YEARS);
    send(UUID.randomUUID(), UUID.randomUUID(), id, "medium", MORNING);
    UUID lower = UUID.randomUUID();
    UUID assessment = UUID.randomUUID();
    send(lower, assessment, id, "low", EVENING);
    applied(lower);
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().body("riskLevel", equalTo("medium"));
    assertThat(
            Backstage.texts(
                "select level || ' ' || previous_level || ' ' || applied from risk_change"
                    + " where assessment_id = ?",
                assessment))
        .containsExactly("low medium false");
    Awaitility.await("the first level is published")
        .until(() -> Topic.types(Topic.CASES, id).contains("org.hifazat.cases.risk-level-set.v1"));
    assertThat(Topic.types(Topic.CASES, id))
        .containsOnlyOnce("org.hifazat.cases.risk-level-set.v1");
  }

  @Test
  void riskNoneStartsNoResponseAndAHigherOneStartsTheRightOne() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zubaida", NINE_YEARS);
    UUID none = UUID.randomUUID();
    send(none, UUID.randomUUID(), id, "none", MORNING);
    applied(none);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("riskLevel", equalTo("none"))
        .body("state", equalTo("identified"))
        .body("tasks.kind", not(hasItem("first-response")));
    UUID low = UUID.randomUUID();
    send(low, UUID.randomUUID(), id, "low", EVENING);
    applied(low);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'first-response' }.dueAt", equalTo("2026-11-27T15:00:00Z"));
  }

  @Test
  void anAssessmentOfACaseThatDoesNotExistGoesToTheDeadLettersAndTheNextIsApplied() {
    String unknown = UUID.randomUUID().toString();
    String id = openCase(Persona.SOCIAL_WORKER, "Zarmina", NINE_YEARS);
    send(UUID.randomUUID(), UUID.randomUUID(), unknown, "high", MORNING);
    UUID after = UUID.randomUUID();
    send(after, UUID.randomUUID(), id, "high", MORNING);
    applied(after);
    Awaitility.await("the dead letter")
        .until(() -> Topic.read(Topic.DEAD_LETTERS, unknown).size() == 1);
  }

  @Test
  void aLevelThatDoesNotExistGoesToTheDeadLetters() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zainab", NINE_YEARS);
    Events.sendRaw(
        "hifazat.assessments.v1",
        TYPE,
        id,
        1,
        UUID.randomUUID(),
        payload(UUID.randomUUID(), id, "extreme", MORNING));
    Awaitility.await("the dead letter").until(() -> Topic.read(Topic.DEAD_LETTERS, id).size() == 1);
    assertThat(changes(id)).isZero();
  }

  @Test
  void theExamplesOfTheContractCanBeRead() {
    for (String example : EventContracts.load().examples(TYPE)) {
      String id = openCase(Persona.SOCIAL_WORKER, "Zeenat", NINE_YEARS);
      String mine =
          example
              .replaceAll("(\"caseId\"\\s*:\\s*\")[^\"]+", "$1" + id)
              .replaceAll("(\"assessmentId\"\\s*:\\s*\")[^\"]+", "$1" + UUID.randomUUID());
      UUID event = UUID.randomUUID();
      Events.send("hifazat.assessments.v1", TYPE, id, 1, event, mine);
      applied(event);
      assertThat(changes(id)).isEqualTo(example.contains("\"riskLevel\"") ? 1 : 0);
    }
  }

  @Test
  void anAssessmentOfSomethingElseSetsNoRiskAndStandsInTheStory() {
    String id = openCase(Persona.SOCIAL_WORKER, "Zarmina", NINE_YEARS);
    UUID event = UUID.randomUUID();
    Events.send(
        "hifazat.assessments.v1",
        TYPE,
        id,
        1,
        event,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"gad-7","instrumentVersion":"1",
         "purpose":"anxiety","band":"mild","valid":true,"score":6,"redFlags":[],"respondent":"child",
         "conductedAt":"%s","recordedAt":"%s"}"""
            .formatted(UUID.randomUUID(), id, MORNING, MORNING));
    applied(event);
    assertThat(changes(id)).isZero();
    assertThat(
            Backstage.count(
                "select count(*) from timeline_entry where case_id = ? and kind = 'assessment-completed'",
                UUID.fromString(id)))
        .isOne();
  }

  private static long changes(String caseId) {
    return Backstage.count(
        "select count(*) from risk_change where case_id = ?", UUID.fromString(caseId));
  }

  private static void applied(UUID event) {
    Awaitility.await("the event is applied")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }

  private static void send(UUID event, UUID assessment, String caseId, String level, Instant at) {
    Events.send(
        "hifazat.assessments.v1", TYPE, caseId, 1, event, payload(assessment, caseId, level, at));
  }

  private static String payload(UUID assessment, String caseId, String level, Instant conducted) {
    return """
    {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-risk-matrix","instrumentVersion":"1",
     "riskLevel":"%s","score":6,"redFlags":[],"conductedAt":"%s","recordedAt":"%s"}\
    """
        .formatted(assessment, caseId, level, conducted, conducted);
  }
}
