package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.platform.testing.Persona;

/** Requests about sealed cases and emergency access. */
public final class Seals {
  private Seals() {}

  public static Response seal(Persona persona, String caseId, String etag, UUID... named) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            """
            {"happenedAt":"%s","reason":"staff-relative","words":"The invented niece of a colleague.",
             "namedIds":[%s]}"""
                .formatted(
                    Instant.now(),
                    Arrays.stream(named)
                        .map(id -> "\"" + id + "\"")
                        .collect(Collectors.joining(","))))
        .post("/v1/cases/" + caseId + "/seal");
  }

  public static Response open(Persona persona, String caseId, String etag) {
    return as(persona)
        .header("If-Match", etag)
        .body("{\"happenedAt\":\"%s\"}".formatted(Instant.now()))
        .post("/v1/cases/" + caseId + "/seal-opening");
  }

  public static String emergency(String caseNumber) {
    return """
    {"caseNumber":"%s","reason":"danger-now","words":"An invented neighbour calls at night."}"""
        .formatted(caseNumber);
  }

  public static Response takeEmergency(Persona persona, String caseNumber) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(emergency(caseNumber))
        .post("/v1/emergency-accesses");
  }

  public static Response review(
      Persona persona, String id, String etag, String verdict, Instant at) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"happenedAt\":\"%s\",\"verdict\":\"%s\",\"words\":\"Read what was needed.\"}"
                .formatted(at, verdict))
        .post("/v1/emergency-accesses/" + id + "/review");
  }
}
