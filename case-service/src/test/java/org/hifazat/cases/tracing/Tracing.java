package org.hifazat.cases.tracing;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** What the personas send of a child without their people. */
public final class Tracing {
  private Tracing() {}

  public static Response read(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/separation");
  }

  public static Response record(Persona persona, String caseId, String etag, String status) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","status":"%s","cause":"deportation","separatedOn":"2026-10-01",
             "details":"Parted at the invented crossing."}"""
                .formatted(Instant.now().minusSeconds(1), status))
        .put("/v1/cases/" + caseId + "/separation");
  }

  /**
   * @param more further fields, each after a comma
   */
  public static Response step(Persona persona, String caseId, String etag, String to, String more) {
    return as(persona)
        .header("If-Match", etag)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {"to":"%s","happenedAt":"%s"%s}"""
                .formatted(to, Instant.now().minusSeconds(1), more))
        .post("/v1/cases/" + caseId + "/tracing-steps");
  }
}
