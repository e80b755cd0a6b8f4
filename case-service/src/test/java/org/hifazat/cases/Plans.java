package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Plans, contacts, services, reviews and conferences as people write them down. */
public final class Plans {
  private Plans() {}

  public static LocalDate inDays(int days) {
    return KarachiTime.day(Instant.now().plus(Duration.ofDays(days)));
  }

  public static String action(UUID id, String words, String actor, LocalDate due) {
    return """
        {"id":"%s","text":"%s","actor":%s,"dueOn":"%s"}"""
        .formatted(id, words, actor, due);
  }

  public static String staff(Persona persona) {
    return "{\"kind\":\"staff\",\"staffId\":\"%s\"}".formatted(persona.staffId().orElseThrow());
  }

  public static String agreed(Instant at) {
    return "{\"decision\":\"agreed\",\"happenedAt\":\"%s\"}".formatted(at);
  }

  /** One problem, one goal, these actions. */
  public static String plan(UUID goal, String actions, String more) {
    return """
        {"problems":[{"id":"%s","text":"The child works at a brick kiln.",
          "goals":[{"id":"%s","text":"The child is back at school.","actions":[%s]}]}]%s}"""
        .formatted(
            UUID.nameUUIDFromBytes(goal.toString().getBytes(StandardCharsets.UTF_8)),
            goal,
            actions,
            more);
  }

  public static String bothAgree() {
    Instant now = Instant.now();
    return ",\"child\":%s,\"caregiver\":%s".formatted(agreed(now), agreed(now));
  }

  public static Response draft(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/case-plans", body);
  }

  public static Response change(Persona persona, String planId, String etag, String body) {
    return as(persona).header("If-Match", etag).body(body).put("/v1/case-plans/" + planId);
  }

  public static Response one(Persona persona, String planId) {
    return as(persona).get("/v1/case-plans/" + planId);
  }

  /** Drafted by the worker, approved by the supervisor; returns the plan's id. */
  public static String inForce(String caseId, UUID goal, String actions) {
    String id =
        draft(Persona.SOCIAL_WORKER, caseId, plan(goal, actions, bothAgree()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Casework.approved(caseId, "case-plan");
    return id;
  }

  public static String safetyPlan(Instant at, String more) {
    return """
        {"dangers":"The uncle comes home drunk.","childDoes":"Goes to the neighbour.",
         "adultsDo":"The aunt keeps the door locked.","people":[{"name":"Invented Aunt","reach":"next door"}],
         "places":["The school"],"childSays":"agreed","caregiverSays":"agreed","happenedAt":"%s"%s}"""
        .formatted(at, more);
  }

  public static Response safe(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/safety-plans", body);
  }

  public static String held(Instant at, boolean seen, boolean alone, String change) {
    return """
        {"result":"held","kind":"home-visit","happenedAt":"%s","childSeen":%s,"seenAlone":%s,
         "riskChange":"%s","note":"The child was drawing."}"""
        .formatted(at, seen, alone, change);
  }

  public static String missed(Instant at, String reason) {
    return """
        {"result":"missed","kind":"home-visit","happenedAt":"%s","missedReason":"%s"}"""
        .formatted(at, reason);
  }

  public static Response contact(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/contacts", body);
  }

  public static Response followUp(Persona persona, String caseId, Instant at) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/follow-ups",
        "{\"kind\":\"school-visit\",\"plannedFor\":\"%s\"}".formatted(at));
  }

  public static Response planned(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/follow-ups?state=planned");
  }

  public static Response review(Persona persona, String caseId, Instant at, String more) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/reviews",
        "{\"decision\":\"go-on\",\"findings\":\"It goes well.\",\"happenedAt\":\"%s\"%s}"
            .formatted(at, more));
  }

  public static Response service(Persona persona, String caseId, String kind, String more) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/services-given",
        "{\"kind\":\"%s\",\"happenedAt\":\"%s\"%s}".formatted(kind, Instant.now(), more));
  }

  public static String minutes(Instant at, String actions) {
    return """
        {"reason":"several-agencies","outcome":"stays-open","remote":false,
         "participants":[{"name":"Invented Inspector","role":"police"},{"name":"Invented Doctor","role":"hospital"}],
         "decisions":"The police look for the uncle.","actions":[%s],"happenedAt":"%s"}"""
        .formatted(actions, at);
  }

  public static Response callConference(Persona persona, String caseId, Instant at) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/planned-conferences",
        """
        {"reason":"several-agencies","plannedFor":"%s","place":"The unit's office",
         "invited":[{"name":"Invented Inspector","role":"police"}]}"""
            .formatted(at));
  }

  public static Response conference(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/conferences", body);
  }

  public static Response post(Persona persona, String path, String body) {
    return as(persona).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path);
  }
}
