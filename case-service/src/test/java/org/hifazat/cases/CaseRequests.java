package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Requests for cases that others have. */
public final class CaseRequests {
  private CaseRequests() {}

  /**
   * @param more starts with a comma, or is empty
   */
  public static Response ask(Persona persona, String caseNumber, String more) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"caseNumber":"%s","reason":"child-here","words":"The invented child sleeps at our school."%s}"""
                .formatted(caseNumber, more))
        .post("/v1/case-requests");
  }

  public static Response accept(Persona persona, String id, String etag, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","words":"An invented uncle waits for a visit."%s}"""
                .formatted(Instant.now(), more))
        .post("/v1/case-requests/" + id + "/acceptance");
  }

  public static Response reject(Persona persona, String id, String etag) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","words":"The court hears us on Monday."}"""
                .formatted(Instant.now()))
        .post("/v1/case-requests/" + id + "/rejection");
  }

  public static Response one(Persona persona, String id) {
    return as(persona).get("/v1/case-requests/" + id);
  }

  public static Response list(Persona persona, String direction) {
    return as(persona).get("/v1/case-requests?limit=100&direction=" + direction);
  }
}
