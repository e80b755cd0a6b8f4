package org.hifazat.cases.people;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** What the personas send of the people around an invented child. */
public final class People {
  private People() {}

  /**
   * @param roles codes as JSON strings, comma separated
   * @param more further fields, each after a comma
   */
  public static String person(String relation, String name, String roles, String more) {
    return """
        {"happenedAt":"%s","relation":"%s","name":"%s","roles":[%s]%s}"""
        .formatted(Instant.now().minusSeconds(1), relation, name, roles, more);
  }

  public static Response add(Persona persona, String caseId, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/cases/" + caseId + "/persons");
  }

  public static Response change(
      Persona persona, String caseId, String personId, String etag, String body) {
    return as(persona)
        .header("If-Match", etag)
        .body(body)
        .put("/v1/cases/" + caseId + "/persons/" + personId);
  }

  public static Response persons(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/persons");
  }

  public static String place(String name, String more) {
    return """
        {"happenedAt":"%s","kind":"relative-home","name":"%s"%s}"""
        .formatted(Instant.now().minusSeconds(1), name, more);
  }

  public static Response addPlace(Persona persona, String caseId, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/cases/" + caseId + "/safe-places");
  }
}
