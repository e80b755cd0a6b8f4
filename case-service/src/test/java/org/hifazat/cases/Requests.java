package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.platform.testing.Calls.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** What the personas send; invented children only. */
public final class Requests {
  private static final String MOTHER =
      ",\"person\":{\"name\":\"Zarmina Invented\",\"relation\":\"mother\"}";

  private Requests() {}

  public static RequestSpecification as(Persona persona) {
    return given().auth().oauth2(Tokens.of(persona)).contentType(ContentType.JSON);
  }

  public static String report(String district, Instant receivedAt) {
    return """
        {"channel":"helpline-1121","districtCode":"%s","receivedAt":"%s",
         "reporter":{"kind":"named","name":"Bakhtawar Invented","phone":"0300-0000123","relation":"neighbour"},
         "concerns":["physical_abuse"],"urgency":"urgent","narrative":"A neighbour hears a child cry at night.",
         "place":{"description":"Behind the invented mill","tehsil":"Shah Alam","unionCouncil":"Invented Council"},
         "childHint":{"name":"Zarak","sex":"male","ageYears":9,"place":"Behind the invented mill"}}"""
        .formatted(district, receivedAt);
  }

  public static Response record(Persona persona, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/concern-reports");
  }

  public static String searchToken(Persona persona, String name) {
    return as(persona)
        .body("{\"names\":{\"given\":\"%s\"}}".formatted(name))
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .extract()
        .path("searchToken");
  }

  public static String child(String given, String father, String birth) {
    return """
        {"names":{"given":"%s","father":"%s","script":"latn"},"sex":"male",%s,
         "language":"ps","address":"House 0, Invented Street","safeContact":"Through the school","phone":"0300-0000987"}"""
        .formatted(given, father, birth);
  }

  public static String triage(String searchToken, Instant at, String child) {
    return """
        {"decision":"open-case","triagedAt":"%s","searchToken":"%s","child":%s,"concerns":[]}"""
        .formatted(at, searchToken, child);
  }

  public static Response triage(Persona persona, String report, String etag, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .header("If-Match", etag)
        .body(body)
        .post("/v1/concern-reports/" + report + "/triage");
  }

  /** A report of Peshawar, a minute old, as its answer. */
  public static Response waiting(Persona by) {
    return record(by, report("peshawar", Instant.now().minusSeconds(60)));
  }

  /** The same child in a report's triage, searched for by the worker just now. */
  public static String openCaseBody(Persona worker, String given, String birth) {
    return triage(
        searchToken(worker, given),
        Instant.now().minusSeconds(30),
        child(given, "Invented Father", birth));
  }

  public static String noConcern(String reason) {
    return """
        {"decision":"no-concern","triagedAt":"%s","reason":"%s"}"""
        .formatted(Instant.now().minusSeconds(1), reason);
  }

  public static Response consent(Persona persona, String caseId, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/cases/" + caseId + "/consents");
  }

  /** A consent by thumbprint; an adult is somebody new to the case. */
  public static String consent(String purpose, String givenBy, Instant at, String more) {
    String who =
        switch (givenBy) {
          case "caregiver" -> MOTHER;
          case "other-trusted-adult" -> MOTHER + ",\"withoutCaregiver\":\"unavailable\"";
          default -> "";
        };
    return word(purpose, givenBy, at, who + more);
  }

  /** The same, with nobody named unless it is said. */
  public static String word(String purpose, String givenBy, Instant at, String more) {
    return """
        {"purpose":"%s","decision":"given","givenBy":"%s","method":"thumbprint","witness":"Gulab Invented",
         "language":"ps","happenedAt":"%s"%s}"""
        .formatted(purpose, givenBy, at, more);
  }

  /** Records a report, searches, and opens a case; returns the case id. */
  public static String openCase(Persona worker, String given, String birth) {
    Instant at = Instant.now().minusSeconds(60);
    Response report = record(worker, report("peshawar", at));
    String token = searchToken(worker, given);
    return triage(
            worker,
            report.path("id"),
            report.header("ETag"),
            triage(token, at, child(given, "Invented Father", birth)))
        .then()
        .statusCode(201)
        .extract()
        .path("caseId");
  }

  /** Where the page after this one of a list is. */
  public static String next(String list, Response page) {
    String link = page.header("Link");
    assertThat(link).as("there is another page").isNotNull();
    return list + link.substring(link.indexOf('?'), link.indexOf('>'));
  }
}
