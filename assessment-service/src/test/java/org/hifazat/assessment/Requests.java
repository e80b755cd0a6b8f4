package org.hifazat.assessment;

import static org.hifazat.platform.testing.Calls.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.assessment.instrument.Filled;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** What the personas send; every answer is held to the committed interface. */
final class Requests {

  /** The day the filled matrices say, about noon in Peshawar. */
  static final Instant CONDUCTED = Instant.parse("2026-01-15T07:30:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  static RequestSpecification as(Persona persona) {
    return bearing(Tokens.of(persona));
  }

  static RequestSpecification bearing(String token) {
    return anonymous().auth().oauth2(token);
  }

  static RequestSpecification anonymous() {
    return given().filter(new ContractFilter("assessment-service")).contentType(ContentType.JSON);
  }

  static Map<String, Object> fields(Filled filled) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("instrumentId", Filled.ID);
    fields.put("instrumentVersion", "1");
    fields.put("conductedAt", CONDUCTED.toString());
    fields.put("submission", filled.xml());
    return fields;
  }

  static String body(Map<String, Object> fields) {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String body(Filled filled) {
    return body(fields(filled));
  }

  static String body(Filled filled, Instant conductedAt) {
    Map<String, Object> fields = fields(filled);
    fields.put("conductedAt", conductedAt.toString());
    return body(fields);
  }

  static Response conduct(Persona persona, UUID caseId, Filled filled) {
    return conduct(persona, caseId, UUID.randomUUID(), body(filled));
  }

  static Response conduct(Persona persona, UUID caseId, UUID key, String body) {
    return as(persona).header("Idempotency-Key", key).body(body).post(assessments(caseId));
  }

  static String drafts(Object caseId) {
    return "/v1/cases/" + caseId + "/assessment-drafts";
  }

  /** What begins an assessment with an instrument. */
  static Map<String, Object> begin(String instrument, String respondent) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("instrumentId", instrument);
    fields.put("instrumentVersion", "1");
    fields.put("respondent", respondent);
    fields.put("conductedAt", CONDUCTED.toString());
    return fields;
  }

  static Response start(Persona persona, UUID caseId, Map<String, Object> fields) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body(fields))
        .post(drafts(caseId));
  }

  /** A draft of the risk matrix, begun by the case's owner; its id. */
  static String matrixDraft(Persona persona, UUID caseId) {
    return start(persona, caseId, begin(Filled.ID, "worker"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static Response save(Persona persona, String draft, long version, String xml) {
    return as(persona)
        .header("If-Match", "\"v" + version + "\"")
        .body(body(Map.of("answersXml", xml)))
        .put("/v1/assessment-drafts/" + draft);
  }

  static Response complete(Persona persona, String draft, long version) {
    return complete(persona, draft, version, UUID.randomUUID());
  }

  static Response complete(Persona persona, String draft, long version, UUID key) {
    return as(persona)
        .header("If-Match", "\"v" + version + "\"")
        .header("Idempotency-Key", key)
        .post("/v1/assessment-drafts/" + draft + "/completion");
  }

  static Response discard(Persona persona, String draft, long version, String reason) {
    return as(persona)
        .header("If-Match", "\"v" + version + "\"")
        .body(body(Map.of("reason", reason)))
        .post("/v1/assessment-drafts/" + draft + "/discarding");
  }

  static Response amend(Persona persona, String assessment, String xml, String reason) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body(Map.of("answersXml", xml, "reason", reason)))
        .post("/v1/assessments/" + assessment + "/addenda");
  }

  static Response countersign(Persona persona, String assessment, String decision) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body(Map.of("decision", decision, "note", "Read with the worker.")))
        .post("/v1/assessments/" + assessment + "/countersignature");
  }

  static String assessments(Object caseId) {
    return "/v1/cases/" + caseId + "/assessments";
  }
}
