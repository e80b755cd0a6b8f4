package org.hifazat.cases.concern;

import static org.hamcrest.Matchers.lessThan;
import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.Requests;
import org.hifazat.platform.testing.Persona;

/** Reports of the helpline, and what may become of them. */
public final class Outcomes {
  private Outcomes() {}

  /** A report as the helpline took it, a minute ago. */
  public static Response waiting(String district, String reporter, String urgency) {
    return waiting(district, reporter, urgency, Instant.now().minusSeconds(60));
  }

  public static Response waiting(String district, String reporter, String urgency, Instant at) {
    Response recorded =
        Requests.record(
            Persona.HELPLINE_OPERATOR,
            Requests.report(district, at)
                .replace("\"kind\":\"named\"", "\"kind\":\"" + reporter + "\"")
                .replace("\"urgency\":\"urgent\"", "\"urgency\":\"" + urgency + "\""));
    recorded.then().statusCode(201);
    return recorded;
  }

  /** The decision, on the report as it stands. */
  public static Response decided(Persona persona, String report, String body) {
    String etag = as(persona).get("/v1/concern-reports/" + report).header("ETag");
    return Requests.triage(persona, report, etag == null ? "\"v0\"" : etag, body);
  }

  static Response decided(Persona persona, Response report, String body) {
    return Requests.triage(persona, report.path("id"), report.header("ETag"), body);
  }

  /** The decision, which must be accepted. */
  public static Response triaged(Persona persona, Response report, String body) {
    Response answer = decided(persona, report, body);
    answer.then().statusCode(lessThan(300));
    return answer;
  }

  public static String wrongDistrict(String to, String reason) {
    return body("wrong-district", reason, ",\"districtCode\":\"" + to + "\"");
  }

  public static String join(String caseNumber) {
    return body("join-case", "The same father.", ",\"caseNumber\":\"" + caseNumber + "\"");
  }

  public static String referOn(String kind, String more, String reason) {
    return referOn(kind, more, reason, KarachiTime.day(Instant.now()).plusDays(7));
  }

  static String referOn(String kind, String more, String reason, LocalDate followUpOn) {
    return body(
        "refer-on",
        reason,
        ",\"referOn\":{\"bodyKind\":\"%s\",\"followUpOn\":\"%s\"%s}"
            .formatted(kind, followUpOn, more));
  }

  static String body(String decision, String reason, String more) {
    return "{\"decision\":\"%s\",\"triagedAt\":\"%s\",\"reason\":\"%s\"%s}"
        .formatted(decision, Instant.now().minusSeconds(1), reason, more);
  }

  static Response followUp(Persona persona, String report, String etag, boolean takenUp) {
    return as(persona)
        .header("If-Match", etag)
        .header("Idempotency-Key", UUID.randomUUID())
        .body("{\"happenedAt\":\"%s\",\"takenUp\":%b}".formatted(Instant.now(), takenUp))
        .post("/v1/concern-reports/" + report + "/follow-up");
  }
}
