package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a worker took after an assessment stands in the draft of the plan. */
@HifazatTest(service = "cases")
class TakenResponseTest {
  private static final String TAKEN = "org.hifazat.assessments.response-taken.v1";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void theFirstBeginsADraftAndTheNextJoinsItUnderTheSameAssessment() {
    String id = Casework.opened("Zarghuna");
    UUID assessment = UUID.randomUUID();
    UUID first = taken(id, assessment, "counselling-sessions", "en");
    UUID second = taken(id, assessment, "school-contact", "ps");
    taken(id, UUID.randomUUID(), "of-a-later-library", "en");
    offered(id, assessment);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/timeline")
        .then()
        .body("items.kind", hasItems("responses-offered", "response-taken"))
        .body(
            "items.find { it.kind == 'responses-offered' }.codes",
            contains("counselling-sessions", "school-contact"))
        .body("items.findAll { it.kind == 'response-taken' }", hasSize(3));
    List<String> plans = plans(id);
    assertThat(plans).hasSize(1);
    Plans.one(Persona.SOCIAL_WORKER, plans.getFirst())
        .then()
        .statusCode(200)
        .body("state", equalTo("draft"))
        .body("problems", hasSize(2))
        .body("problems[0].id", equalTo(assessment.toString()))
        .body("problems[0].text", equalTo("Depression screen"))
        .body("problems[0].goals[0].text", equalTo("To be agreed with the child"))
        .body("problems[0].goals[0].actions.id", contains(first.toString(), second.toString()))
        .body(
            "problems[0].goals[0].actions.text",
            contains("Counselling sessions", "له ښوونځي سره اړیکه"))
        .body("problems[0].goals[0].actions[0].dueOn", equalTo("2030-03-17"))
        .body("problems[1].goals[0].actions.text", contains("of-a-later-library"))
        .body("child", nullValue());
  }

  @Test
  void whileAPlanWaitsForApprovalWhatIsTakenWaitsAndThenBeginsTheNextEditionFromIt() {
    String id = CasePlanTest.planned("Zarlakhta");
    UUID goal = UUID.randomUUID();
    String action =
        Plans.action(
            UUID.randomUUID(),
            "Visit the school.",
            Plans.staff(Persona.SOCIAL_WORKER),
            Plans.inDays(3));
    Plans.draft(Persona.SOCIAL_WORKER, id, Plans.plan(goal, action, Plans.bothAgree()))
        .then()
        .statusCode(201);
    Casework.request(Persona.SOCIAL_WORKER, id, "case-plan").then().statusCode(201);
    UUID waiting = taken(id, UUID.randomUUID(), "school-contact", "en");
    assertThat(plans(id)).hasSize(1);
    assertThat(placed(waiting)).containsExactly("");
    Casework.decide(
            Persona.SUPERVISOR, id, "case-plan", Casework.pending(id, "case-plan"), "approved", "")
        .then()
        .statusCode(200);
    List<String> plans = plans(id);
    assertThat(plans).hasSize(2);
    assertThat(placed(waiting)).containsExactly(plans.getFirst());
    Plans.one(Persona.SOCIAL_WORKER, plans.getFirst())
        .then()
        .body("state", equalTo("draft"))
        .body("problems", hasSize(2))
        .body("problems[0].goals[0].actions.text", contains("Visit the school."))
        .body("problems[1].goals[0].actions.text", contains("Contact with the school"))
        .body("child", nullValue());
  }

  private static List<String> placed(UUID action) {
    return Backstage.texts(
        "select coalesce(placed_in::text, '') from taken_response where action_id = ?", action);
  }

  private static List<String> plans(String caseId) {
    return as(Persona.SOCIAL_WORKER).get("/v1/cases/" + caseId + "/case-plans").path("items.id");
  }

  private static void offered(String caseId, UUID assessment) {
    UUID event = UUID.randomUUID();
    Events.send(
        "hifazat.assessments.v1",
        "org.hifazat.assessments.responses-offered.v1",
        caseId,
        1,
        event,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"phq-a","purpose":"depression",
         "responses":["counselling-sessions","school-contact"],"offeredAt":"2026-11-22T04:00:00Z"}"""
            .formatted(assessment, caseId));
    Casework.applied(event);
  }

  private static UUID taken(String caseId, UUID assessment, String response, String language) {
    UUID event = UUID.randomUUID();
    UUID action = UUID.randomUUID();
    String told =
        """
        {"actionId":"%s","caseId":"%s","assessmentId":"%s","instrumentId":"phq-a","purpose":"depression",
         "response":"%s","language":"%s","dueOn":"2030-03-17","takenBy":"%s","takenAt":"2026-11-22T05:00:00Z"}"""
            .formatted(
                action,
                caseId,
                assessment,
                response,
                language,
                Persona.SOCIAL_WORKER.staffId().orElseThrow());
    EventContracts.load().assertPublishable(TAKEN, told);
    Events.send("hifazat.assessments.v1", TAKEN, caseId, 1, event, told);
    Casework.applied(event);
    return action;
  }
}
