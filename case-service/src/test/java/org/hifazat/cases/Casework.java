package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.Persona;

/** A case taken through its steps the way a worker and a supervisor do it. */
public final class Casework {
  private static final String ASSESSED = "org.hifazat.assessments.assessment-completed.v1";
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  private Casework() {}

  /** A case of the social worker's, just opened. */
  public static String opened(String given) {
    return Requests.openCase(Persona.SOCIAL_WORKER, given, NINE_YEARS);
  }

  /** The case has a level of risk, as the assessment service would tell. */
  public static UUID assessed(String caseId, String level, Instant conducted) {
    UUID event = UUID.randomUUID();
    UUID assessment = UUID.randomUUID();
    Events.send(
        "hifazat.assessments.v1",
        ASSESSED,
        caseId,
        1,
        event,
        """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-risk-matrix","instrumentVersion":"1",
         "riskLevel":"%s","score":6,"redFlags":[],"conductedAt":"%s","recordedAt":"%s"}"""
            .formatted(assessment, caseId, level, conducted, conducted));
    applied(event);
    return assessment;
  }

  /** An event has been applied. */
  public static void applied(UUID event) {
    Awaitility.await("the event is applied")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }

  /** Consent to casework, by the caregiver. */
  public static void consented(String caseId) {
    consent(
            Persona.SOCIAL_WORKER,
            caseId,
            consent("case-management", "caregiver", Instant.now(), ""))
        .then()
        .statusCode(201);
  }

  /** The case's present ETag. */
  public static String etag(String caseId) {
    String etag = nextSteps(Persona.SUPERVISOR, caseId).header("ETag");
    assertThat(etag).isNotNull();
    return etag;
  }

  public static Response nextSteps(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/next-steps");
  }

  public static Response step(Persona persona, String caseId, String step, Instant at) {
    return step(persona, caseId, etag(caseId), step, at);
  }

  public static Response step(
      Persona persona, String caseId, String etag, String step, Instant at) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"step\":\"%s\",\"happenedAt\":\"%s\"}".formatted(step, at))
        .post("/v1/cases/" + caseId + "/steps");
  }

  public static Response request(Persona persona, String caseId, String kind) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"kind\":\"%s\",\"happenedAt\":\"%s\"}".formatted(kind, Instant.now()))
        .post("/v1/cases/" + caseId + "/approvals");
  }

  public static Response decide(
      Persona persona, String caseId, String kind, String etag, String decision, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"decision\":\"%s\",\"happenedAt\":\"%s\"%s}"
                .formatted(decision, Instant.now(), more))
        .post("/v1/cases/" + caseId + "/approvals/" + kind + "/decision");
  }

  /** Asked for by the worker, approved by the supervisor. */
  public static void approved(String caseId, String kind) {
    Response requested = request(Persona.SOCIAL_WORKER, caseId, kind);
    requested.then().statusCode(201);
    decide(Persona.SUPERVISOR, caseId, kind, requested.header("ETag"), "approved", "")
        .then()
        .statusCode(200);
  }

  /** Consented, registration accepted, at this level of risk, and the step taken. */
  public static String assessedCase(String given, String level) {
    String id = opened(given);
    assessed(id, level, Instant.now());
    consented(id);
    approved(id, "registration");
    step(Persona.SOCIAL_WORKER, id, "assess", Instant.now()).then().statusCode(200);
    return id;
  }
}
