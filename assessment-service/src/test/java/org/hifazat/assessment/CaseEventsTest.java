package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.assessment.Backstage.staff;
import static org.hifazat.assessment.Requests.as;
import static org.hifazat.assessment.Requests.assessments;
import static org.hifazat.assessment.Requests.conduct;

import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** What this service knows of cases it knows from their events. */
@HifazatTest(service = "assessments")
class CaseEventsTest {

  private static final UUID PESHAWAR = UUID.fromString(Persona.PESHAWAR);

  @Test
  void aCaseCanBeAssessedOnceItsEventHasArrivedAndNotBefore() {
    UUID caseId = UUID.randomUUID();
    conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(404);
    Topic.send(
        UUID.randomUUID(), caseId, 1, Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR));
    Awaitility.await("the case")
        .until(
            () -> conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).statusCode() == 201);
  }

  @Test
  void aCaseThatWasClosedIsNotAssessedUntilItIsReopened() {
    UUID caseId = UUID.randomUUID();
    Topic.send(
        UUID.randomUUID(), caseId, 1, Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR));
    await(caseId);
    Topic.turn(caseId, 3, "case-closed", "goals-met", "closedAt");
    Awaitility.await("the closing")
        .until(
            () -> conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).statusCode() == 409);
    Topic.turn(caseId, 2, "case-reopened", "new-concern", "reopenedAt");
    Topic.turn(caseId, 4, "case-reopened", "new-concern", "reopenedAt");
    Awaitility.await("the reopening")
        .until(
            () -> conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).statusCode() == 201);
  }

  @Test
  void aLevelThatIsTakenBackIsNoneAnyMoreAndAnOlderOneDoesNotBringItBack() {
    UUID caseId = Backstage.openCase();
    Topic.riskSet(caseId, 2, "high", "2026-03-01T06:00:00Z");
    Awaitility.await("the level").until(() -> level(caseId).equals("high"));
    Topic.riskTakenBack(caseId, 3, "2026-03-03T06:00:00Z");
    Awaitility.await("no level").until(() -> level(caseId).equals("none known"));
    Topic.riskSet(caseId, 4, "low", "2026-03-02T06:00:00Z");
    Topic.moved(caseId, 5, "identified", "assessed", "2026-03-04T06:00:00Z");
    Awaitility.await("what came after it")
        .until(
            () ->
                Backstage.texts("select step from known_case where case_id = ?", caseId)
                    .contains("assessed"));
    assertThat(level(caseId)).isEqualTo("none known");
  }

  private static String level(UUID caseId) {
    return Backstage.texts(
            "select coalesce(risk_level, 'none known') from known_case where case_id = ?", caseId)
        .getFirst();
  }

  @Test
  void whatWasAssessedInAMergedCaseIsReadInTheOneThatGoesOnUntilThatIsUndone() {
    UUID survivor = Backstage.openCase();
    UUID mardan = UUID.fromString(Persona.MARDAN);
    UUID merged = Backstage.openCase(staff(Persona.OTHER_UNIT_SOCIAL_WORKER), mardan);
    conduct(Persona.SOCIAL_WORKER, survivor, Filled.matrix(1, 1)).then().statusCode(201);
    String theirs =
        conduct(Persona.OTHER_UNIT_SOCIAL_WORKER, merged, Filled.matrix(1, 1)).path("id");
    Topic.merge(
        merged, 2, "child-merged", "mergedAt", survivor, PESHAWAR, staff(Persona.SOCIAL_WORKER));
    Topic.turn(merged, 2, "case-closed", "duplicate-merged", "closedAt");
    Awaitility.await("the merge")
        .until(() -> listed(Persona.SOCIAL_WORKER, survivor).contains(theirs));
    as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + theirs).then().statusCode(200);
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/assessments/" + theirs).then().statusCode(404);
    Backstage.hand(survivor, staff(Persona.COLLEAGUE), PESHAWAR);
    assertThat(listed(Persona.COLLEAGUE, survivor)).as("whoever gets it").contains(theirs);
    as(Persona.SOCIAL_WORKER).get("/v1/assessments/" + theirs).then().statusCode(404);
    Topic.merge(
        merged,
        3,
        "child-unmerged",
        "unmergedAt",
        survivor,
        mardan,
        staff(Persona.OTHER_UNIT_SOCIAL_WORKER));
    Awaitility.await("the undoing")
        .until(() -> !listed(Persona.COLLEAGUE, survivor).contains(theirs));
    assertThat(listed(Persona.OTHER_UNIT_SOCIAL_WORKER, merged)).containsExactly(theirs);
  }

  private static List<String> listed(Persona persona, UUID caseId) {
    return as(persona).get(assessments(caseId)).path("items.id");
  }

  @Test
  void whoHasTheCaseAssessesItWhoWorksOnItTooAndNobodyOfTheUnitItLeft() {
    UUID caseId = UUID.randomUUID();
    Topic.send(
        UUID.randomUUID(), caseId, 1, Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR));
    await(caseId);
    Topic.assigned(caseId, 2, staff(Persona.COLLEAGUE));
    answers(Persona.COLLEAGUE, caseId, 201);
    conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(403);
    Topic.members(caseId, 3, false, staff(Persona.PSYCHOLOGIST));
    answers(Persona.PSYCHOLOGIST, caseId, 201);
    Topic.members(caseId, 4, true, staff(Persona.COLLEAGUE));
    answers(Persona.SUPERVISOR, caseId, 404);
    as(Persona.SUPERVISOR).get(assessments(caseId)).then().statusCode(404);
    conduct(Persona.PSYCHOLOGIST, caseId, Filled.matrix(1, 1)).then().statusCode(404);
    conduct(Persona.COLLEAGUE, caseId, Filled.matrix(1, 1)).then().statusCode(201);
    Topic.transferred(caseId, 5, staff(Persona.OTHER_UNIT_SUPERVISOR));
    answers(Persona.OTHER_UNIT_SUPERVISOR, caseId, 201);
    // sealed still, although who is named over there was not told yet
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get(assessments(caseId)).then().statusCode(404);
    conduct(Persona.COLLEAGUE, caseId, Filled.matrix(1, 1)).then().statusCode(404);
    as(Persona.SUPERVISOR).get(assessments(caseId)).then().statusCode(404);
  }

  private static void answers(Persona persona, UUID caseId, int status) {
    Awaitility.await("what the event said of " + persona)
        .until(() -> conduct(persona, caseId, Filled.matrix(1, 1)).statusCode() == status);
  }

  @Test
  void theSameEventTwiceChangesNothing() {
    UUID caseId = UUID.randomUUID();
    UUID event = UUID.randomUUID();
    String opened = Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR);
    Topic.send(event, caseId, 1, opened);
    await(caseId);
    Backstage.hand(caseId, staff(Persona.COLLEAGUE), PESHAWAR);
    Topic.send(event, caseId, 1, opened);
    awaitAnotherOn(caseId);
    assertThat(owner(caseId)).isEqualTo(staff(Persona.COLLEAGUE).toString());
    assertThat(Backstage.count("select count(*) from inbox where event_id = ?", event)).isOne();
  }

  @Test
  void anOlderEventThatComesLateDoesNotUndoANewerOne() {
    UUID caseId = UUID.randomUUID();
    Topic.send(
        UUID.randomUUID(), caseId, 4, Topic.opened(caseId, staff(Persona.COLLEAGUE), PESHAWAR));
    UUID late = UUID.randomUUID();
    Topic.send(late, caseId, 1, Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR));
    Awaitility.await("the late event")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", late) == 1);
    assertThat(owner(caseId)).isEqualTo(staff(Persona.COLLEAGUE).toString());
    Topic.send(
        UUID.randomUUID(), caseId, 5, Topic.opened(caseId, staff(Persona.SUPERVISOR), PESHAWAR));
    Awaitility.await("the newer event")
        .until(() -> owner(caseId).equals(staff(Persona.SUPERVISOR).toString()));
  }

  @Test
  void anEventThatMakesNoSenseIsSetAsideAndTheNextOneIsApplied() {
    UUID caseId = UUID.randomUUID();
    Topic.send(UUID.randomUUID(), caseId, 1, "{\"caseId\":\"" + caseId + "\"}");
    Topic.send(UUID.randomUUID(), caseId, 2, "no JSON");
    Topic.send(
        UUID.randomUUID(), caseId, 3, Topic.opened(caseId, staff(Persona.SOCIAL_WORKER), PESHAWAR));
    await(caseId);
    Awaitility.await("the dead letters")
        .until(
            () ->
                Topic.read("hifazat.cases.v1.assessment-service.dead-letter", caseId).size() == 2);
    as(Persona.SOCIAL_WORKER).get(assessments(caseId)).then().statusCode(200);
  }

  @Test
  void aCaseThatNobodyOwnsYetIsAssessedByTheSupervisorOnly() {
    UUID caseId = UUID.randomUUID();
    String opened = Topic.opened(caseId, UUID.randomUUID(), PESHAWAR);
    Topic.send(UUID.randomUUID(), caseId, 1, opened.replaceFirst("\"ownerId\":\"[^\"]*\",", ""));
    await(caseId);
    conduct(Persona.SOCIAL_WORKER, caseId, Filled.matrix(1, 1)).then().statusCode(403);
    conduct(Persona.SUPERVISOR, caseId, Filled.matrix(1, 1)).then().statusCode(201);
  }

  @Test
  void everyExampleOfTheContractIsUnderstood() {
    for (String example : Topic.CONTRACTS.examples(Topic.CASE_OPENED)) {
      UUID caseId = UUID.fromString(example.replaceAll("(?s).*\"caseId\": *\"([^\"]+)\".*", "$1"));
      Topic.send(UUID.randomUUID(), caseId, 1, example);
      await(caseId);
    }
  }

  private static void await(UUID caseId) {
    Awaitility.await("the case")
        .until(
            () ->
                Backstage.count("select count(*) from known_case where case_id = ?", caseId) == 1);
  }

  /** Events of one key arrive in order: when this one is there, those before were handled. */
  private static void awaitAnotherOn(UUID caseId) {
    UUID marker = UUID.randomUUID();
    Topic.send(marker, caseId, 0, Topic.opened(caseId, staff(Persona.SUPERVISOR), PESHAWAR));
    Awaitility.await("what followed")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", marker) == 1);
  }

  private static String owner(UUID caseId) {
    return Backstage.texts("select owner_id from known_case where case_id = ?", caseId).getFirst();
  }
}
