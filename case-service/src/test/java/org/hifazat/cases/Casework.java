package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.messaging.Deliveries;
import org.hifazat.platform.testing.Persona;

/** A case taken through its steps the way a worker and a supervisor do it. */
public final class Casework {
  private static final String ASSESSMENTS = "hifazat.assessments.v1";
  private static final String ASSESSED = "org.hifazat.assessments.assessment-completed.v1";
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";

  private Casework() {}

  /** A case of the social worker's, just opened. */
  public static String opened(String given) {
    return Requests.openCase(Persona.SOCIAL_WORKER, given, NINE_YEARS);
  }

  /** The child was assessed as a whole and has a level of risk. */
  public static UUID assessed(String caseId, String level, Instant conducted) {
    // one partition: what comes first is applied first
    Events.send(
        ASSESSMENTS,
        ASSESSED,
        caseId,
        1,
        UUID.randomUUID(),
        comprehensive(caseId, true, conducted));
    return riskOnly(caseId, level, conducted);
  }

  /** An assessment of the whole child, whether or not enough was answered. */
  public static void comprehensive(String caseId, boolean valid) {
    UUID event = UUID.randomUUID();
    Events.send(
        ASSESSMENTS,
        ASSESSED,
        caseId,
        1,
        event,
        comprehensive(caseId, valid, Instant.now().truncatedTo(ChronoUnit.MICROS)));
    applied(event);
  }

  private static String comprehensive(String caseId, boolean valid, Instant conducted) {
    return """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-comprehensive","instrumentVersion":"1",
         "purpose":"comprehensive","valid":%s,"band":"some","score":1,"redFlags":[],
         "conductedAt":"%s","recordedAt":"%s"}"""
        .formatted(UUID.randomUUID(), caseId, valid, conducted, conducted);
  }

  /** The case has a level of risk, as the assessment service would tell. */
  public static UUID riskOnly(String caseId, String level, Instant conducted) {
    UUID event = UUID.randomUUID();
    UUID assessment = UUID.randomUUID();
    Events.send(
        ASSESSMENTS, ASSESSED, caseId, 1, event, assessment(assessment, caseId, level, conducted));
    applied(event);
    return assessment;
  }

  /** The same, for many at a time: without the way through Kafka. */
  static void assessed(Deliveries deliveries, String caseId, String level, Instant conducted) {
    Events.deliver(
        deliveries, ASSESSMENTS, ASSESSED, caseId, 1, comprehensive(caseId, true, conducted));
    riskOnly(deliveries, caseId, level, conducted);
  }

  static void riskOnly(Deliveries deliveries, String caseId, String level, Instant conducted) {
    Events.deliver(
        deliveries,
        ASSESSMENTS,
        ASSESSED,
        caseId,
        1,
        assessment(UUID.randomUUID(), caseId, level, conducted));
  }

  private static String assessment(UUID id, String caseId, String level, Instant conducted) {
    return """
        {"assessmentId":"%s","caseId":"%s","instrumentId":"kp-risk-matrix","instrumentVersion":"1",
         "riskLevel":"%s","score":6,"redFlags":[],"conductedAt":"%s","recordedAt":"%s"}"""
        .formatted(id, caseId, level, conducted, conducted);
  }

  /** An event has been applied. */
  public static void applied(UUID event) {
    Awaitility.await("the event is applied")
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }

  /** Consent to casework, by the caregiver and with the child's assent. */
  public static void consented(String caseId) {
    for (String giver : new String[] {"child", "caregiver"}) {
      consent(Persona.SOCIAL_WORKER, caseId, "case-management", giver).then().statusCode(201);
    }
  }

  /** One person's word to one purpose. */
  public static Response consent(Persona persona, String caseId, String purpose, String giver) {
    return Requests.consent(persona, caseId, Requests.consent(purpose, giver, Instant.now(), ""));
  }

  /** The supervisors have taken notice of every risk so far: their lists are short again. */
  public static void noticesTaken() {
    Backstage.execute(
        "update task set state = 'superseded' where state = 'open' and kind = 'supervisor-notice'");
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

  public static Response propose(Persona persona, String caseId, String reason, String more) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"happenedAt":"%s","reason":"%s","summary":"The invented family was visited again.",
             "childInformed":true,"caregiverInformed":true%s}"""
                .formatted(Instant.now(), reason, more))
        .post("/v1/cases/" + caseId + "/closures");
  }

  public static Response reopen(Persona persona, String caseId, String etag, Instant at) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","reason":"new-concern","explanation":"An invented neighbour called again."}"""
                .formatted(at))
        .post("/v1/cases/" + caseId + "/reopening");
  }

  /** The pending request's ETag. */
  public static String pending(String caseId, String kind) {
    return as(Persona.SUPERVISOR)
        .get("/v1/cases/" + caseId + "/approvals")
        .path("items.find { it.kind == '" + kind + "' && it.state == 'pending' }.etag");
  }

  public static Response decideClosure(
      Persona persona, String caseId, String decision, String more) {
    return decide(persona, caseId, "closure", pending(caseId, "closure"), decision, more);
  }

  /** Proposed by the worker and approved by the supervisor. */
  public static void closed(String caseId) {
    propose(Persona.SOCIAL_WORKER, caseId, "court-discharged", "").then().statusCode(201);
    decideClosure(Persona.SUPERVISOR, caseId, "approved", "").then().statusCode(200);
  }

  /** Puts a case into a state, whatever its gates: for what is tested from there. */
  public static void putInto(String caseId, String state) {
    Backstage.execute(
        "update case_file set state = ?, closed_at = case when ? = 'closed' then opened_at end"
            + " where id = ?::uuid",
        state,
        state,
        caseId);
  }
}
