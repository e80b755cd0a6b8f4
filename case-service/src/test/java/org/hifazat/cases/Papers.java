package org.hifazat.cases;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** Notes, incidents, orders, placements and missing children as people write them down. */
public final class Papers {
  private Papers() {}

  public static Response post(Persona persona, String path, String body) {
    return as(persona).header("Idempotency-Key", UUID.randomUUID()).body(body).post(path);
  }

  public static Response change(Persona persona, String path, Response of, String body) {
    return change(persona, path, of.<String>path("etag"), body);
  }

  public static Response change(Persona persona, String path, String etag, String body) {
    return as(persona).header("If-Match", etag).body(body).post(path);
  }

  public static Instant ago(Duration time) {
    return Instant.now().minus(time);
  }

  public static Response note(Persona persona, String caseId, String kind, String text) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/notes",
        "{\"kind\":\"%s\",\"happenedAt\":\"%s\",\"text\":\"%s\"}"
            .formatted(kind, Instant.now(), text));
  }

  public static Response add(Persona persona, String noteId, String text) {
    return post(persona, "/v1/notes/" + noteId + "/addenda", "{\"text\":\"%s\"}".formatted(text));
  }

  /**
   * @param more further fields, each after a comma
   */
  public static String incident(Instant at, String more) {
    return """
        {"concerns":["physical_abuse"],"placeKind":"home","happenedAt":"%s","finding":"alleged",
         "account":"The invented uncle hit him with a stick."%s}"""
        .formatted(at, more);
  }

  public static Response incident(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/incidents", body);
  }

  public static Response matter(Persona persona, String caseId, Instant cognizance) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/court-matters",
        "{\"kind\":\"protection\",\"court\":\"Invented Child Court\",\"number\":\"12/2026\",\"cognizanceAt\":\"%s\"}"
            .formatted(cognizance));
  }

  public static Response hearing(Persona persona, String caseId, Instant at, String more) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/hearings",
        "{\"purpose\":\"first\",\"plannedFor\":\"%s\",\"note\":\"Bring the invented aunt.\"%s}"
            .formatted(at, more));
  }

  public static String order(String kind, LocalDate begins, String more) {
    return """
        {"kind":"%s","madeBy":"child-protection-court","maker":"Invented Child Court","number":"77",
         "terms":"To be kept at the invented home.","madeAt":"%s","beginsOn":"%s"%s}"""
        .formatted(kind, ago(Duration.ofSeconds(5)), begins, more);
  }

  public static Response order(Persona persona, String caseId, String body) {
    return post(persona, "/v1/cases/" + caseId + "/orders", body);
  }

  public static Response placement(Persona persona, String caseId, Instant began, String more) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/placements",
        "{\"kind\":\"shelter\",\"place\":\"Invented Safe House\",\"carer\":\"Invented Matron\",\"beganAt\":\"%s\"%s}"
            .formatted(began, more));
  }

  public static Response missing(Persona persona, String caseId, Instant since, Instant learned) {
    return post(
        persona,
        "/v1/cases/" + caseId + "/missing-reports",
        "{\"missingSince\":\"%s\",\"learnedAt\":\"%s\",\"circumstances\":\"Did not come home.\",\"lastSeen\":\"At the invented bazaar\"}"
            .formatted(since, learned));
  }
}
