package org.hifazat.cases.kinship;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.Backstage;
import org.hifazat.platform.testing.Persona;

/** What the personas send to link cases. */
public final class Links {
  private Links() {}

  public static String number(String caseId) {
    return Backstage.texts("select number from case_file where id = ?::uuid", caseId).getFirst();
  }

  public static String body(String otherNumber, String kind, Instant at) {
    return """
        {"otherCaseNumber":"%s","kind":"%s","happenedAt":"%s"}"""
        .formatted(otherNumber, kind, at);
  }

  public static Response link(Persona persona, String caseId, String otherNumber, String kind) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body(otherNumber, kind, Instant.now().minusSeconds(1)))
        .post("/v1/cases/" + caseId + "/links");
  }

  public static Response links(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/links");
  }

  public static Response end(Persona persona, String caseId, String linkId, String etag) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"happenedAt\":\"" + Instant.now() + "\"}")
        .post("/v1/cases/" + caseId + "/links/" + linkId + "/end");
  }
}
