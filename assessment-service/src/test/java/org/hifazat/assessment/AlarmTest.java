package org.hifazat.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hifazat.assessment.Backstage.openCase;
import static org.hifazat.assessment.Requests.complete;
import static org.hifazat.assessment.Requests.conduct;
import static org.hifazat.assessment.Requests.discard;
import static org.hifazat.assessment.Requests.matrixDraft;
import static org.hifazat.assessment.Requests.save;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.awaitility.Awaitility;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** An answer that interrupts is told at once, once, and is never taken back. */
@HifazatTest(service = "assessments")
class AlarmTest {

  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String TOPIC = "hifazat.assessments.v1";
  private static final String RAISED = "org.hifazat.assessments.assessment-alarm-raised.v1";

  private final MutableClock clock;

  AlarmTest(MutableClock clock) {
    this.clock = clock;
  }

  @Test
  void itIsToldWhenItIsSavedAndNotAgainWhenItIsCompletedOrTheAnswerChanges() {
    clock.stopAt(Requests.CONDUCTED.plusSeconds(600));
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    String half =
        Filled.matrix(1, 1).redFlags("suicidal-intent").without("/data/harm/severity").xml();
    String alarm =
        save(WORKER, draft, 0, half)
            .then()
            .statusCode(200)
            .body("alarms", hasSize(1))
            .body("alarms.kind", contains("suicide"))
            .body("alarms.imminent", contains(true))
            .extract()
            .path("alarms[0].id");
    assertThat(raised(caseId, 1).getFirst())
        .containsEntry("alarmId", alarm)
        .containsEntry("kind", "suicide")
        .containsEntry("imminent", true)
        .containsEntry("instrumentId", "kp-risk-matrix")
        .containsEntry("raisedAt", "2026-01-15T07:40:00Z")
        .doesNotContainKey("assessmentId");
    save(WORKER, draft, 1, Filled.matrix(1, 1).xml())
        .then()
        .statusCode(200)
        .body("alarms.id", contains(alarm));
    save(WORKER, draft, 2, Filled.matrix(1, 1).redFlags("suicidal-intent sexual-abuse").xml())
        .then()
        .body("alarms.kind", contains("suicide", "ongoing-abuse"));
    complete(WORKER, draft, 3)
        .then()
        .statusCode(201)
        .body("alarms.kind", contains("suicide", "ongoing-abuse"));
    assertThat(raised(caseId, 2)).hasSize(2);
    assertThat(Backstage.audit("RAISE_ALARM", alarm))
        .containsExactly("performed case:" + caseId + " kp-risk-matrix:suicide:imminent");
  }

  @Test
  void givingUpTheDraftDoesNotTakeItBack() {
    UUID caseId = openCase();
    String draft = matrixDraft(WORKER, caseId);
    save(WORKER, draft, 0, Filled.matrix(1, 1).redFlags("trafficking").xml())
        .then()
        .statusCode(200);
    discard(WORKER, draft, 1, "Entered for the wrong child")
        .then()
        .statusCode(200)
        .body("alarms.kind", contains("ongoing-abuse"));
    assertThat(raised(caseId, 1)).hasSize(1);
  }

  @Test
  void aFormFilledElsewhereRaisesItFromTheTimeItWasSaidAndAnAddendumDoesNotRepeatIt() {
    UUID caseId = openCase();
    Filled filled = Filled.matrix(1, 1).redFlags("sexual-abuse trafficking");
    String id =
        conduct(WORKER, caseId, filled)
            .then()
            .statusCode(201)
            .body("alarms", hasSize(1))
            .extract()
            .path("id");
    assertThat(raised(caseId, 1).getFirst())
        .containsEntry("assessmentId", id)
        .containsEntry("raisedAt", "2026-01-15T07:30:00Z");
    Requests.amend(WORKER, id, filled.with("/data/harm/severity", "2").xml(), "Misread the item")
        .then()
        .statusCode(201);
    String second = amendment(id);
    alarmsOf(second).containsExactly("ongoing-abuse");
    Requests.amend(
            WORKER,
            second,
            filled.redFlags("sexual-abuse suicidal-intent").xml(),
            "The child spoke of it afterwards")
        .then()
        .statusCode(201);
    assertThat(raised(caseId, 2))
        .extracting(event -> event.get("kind"))
        .containsExactly("ongoing-abuse", "suicide");
    alarmsOf(amendment(second)).containsExactly("ongoing-abuse", "suicide");
    alarmsOf(id).containsExactly("ongoing-abuse");
  }

  private static ListAssert<String> alarmsOf(String id) {
    return assertThat(
        Requests.as(WORKER)
            .get("/v1/assessments/" + id)
            .jsonPath()
            .getList("alarms.kind", String.class));
  }

  private static String amendment(String id) {
    return Requests.as(WORKER).get("/v1/assessments/" + id).path("amendedBy");
  }

  private static List<Map<String, Object>> raised(UUID caseId, int atLeast) {
    return Awaitility.await("the alarms")
        .until(
            () ->
                Topic.read(TOPIC, caseId).stream()
                    .filter(record -> RAISED.equals(Topic.header(record, "ce_type")))
                    .peek(record -> Topic.CONTRACTS.assertPublishable(RAISED, record.value()))
                    .map(
                        record ->
                            JsonPath.from(new String(record.value(), StandardCharsets.UTF_8))
                                .<String, Object>getMap(""))
                    .toList(),
            events -> events.size() >= atLeast);
  }
}
