package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Requests about cases on their way. */
public final class Transfers {
  public static final String MARDAN = "\"kind\":\"unit\",\"toDistrictCode\":\"mardan\"";
  public static final String OVERRIDE =
      ",\"overrideCode\":\"immediate-danger\",\"overrideText\":\"An invented threat was made"
          + " today.\"";

  private Transfers() {}

  public static Response propose(Persona persona, String caseId, String where, String more) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            """
            {%s,"happenedAt":"%s","reason":"child-moved","request":"Moved to an invented uncle."%s}"""
                .formatted(where, Instant.now(), more))
        .post("/v1/cases/" + caseId + "/transfers");
  }

  public static Response accept(Persona persona, Response transfer, String more) {
    return accept(persona, (String) transfer.path("id"), transfer.path("etag"), more);
  }

  public static Response accept(Persona persona, String id, String etag, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"happenedAt\":\"%s\"%s}".formatted(Instant.now(), more))
        .post("/v1/transfers/" + id + "/acceptance");
  }

  /**
   * @param how decline or withdrawal
   */
  public static Response end(Persona persona, String id, String etag, String how) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"happenedAt\":\"%s\",\"reason\":\"The invented uncle said no.\"}"
                .formatted(Instant.now()))
        .post("/v1/transfers/" + id + "/" + how);
  }

  public static Response end(Persona persona, Response transfer, String how) {
    return end(persona, transfer.path("id"), transfer.path("etag"), how);
  }

  public static Response answeredOutside(Persona persona, String id, String etag, String answer) {
    return answeredOutside(persona, id, etag, answer, "");
  }

  /**
   * @param more further fields, each after a comma
   */
  public static Response answeredOutside(
      Persona persona, String id, String etag, String answer, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","answer":"%s","words":"Received by an invented officer.",
             "handedOver":["summary","consents"]%s}"""
                .formatted(Instant.now(), answer, more))
        .post("/v1/transfers/" + id + "/outside-answer");
  }
}
