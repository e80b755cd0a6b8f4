package org.hifazat.referral;

import static org.hifazat.platform.testing.Calls.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;

/** What the personas send, about invented children; every answer is held to the interface. */
final class Requests {
  static final Instant AUTHORED = Instant.parse("2026-11-01T07:30:00Z");

  /** When the agency did what it tells of. */
  static final Instant LATER = Instant.parse("2026-11-02T07:30:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  /** A referral that was sent, as it stands. */
  record Sent(String id, String etag, UUID caseId) {}

  static RequestSpecification as(Persona persona) {
    return bearing(Tokens.of(persona));
  }

  static RequestSpecification bearing(String token) {
    return anonymous().auth().oauth2(token);
  }

  static RequestSpecification anonymous() {
    return given().filter(new ContractFilter("referral-service")).contentType(ContentType.JSON);
  }

  static Map<String, Object> packet() {
    Map<String, Object> packet = new LinkedHashMap<>();
    packet.put("ageBand", "6-11");
    packet.put("sex", "female");
    packet.put("language", "ps");
    packet.put("safeContact", "Through the invented school");
    packet.put("safetyWarnings", "Never when the uncle is there");
    packet.put("requestText", "Counsel for the hearing about custody");
    return packet;
  }

  static Map<String, Object> referral(UUID caseId) {
    return referral(caseId, Backstage.LEGAL_AID);
  }

  static Map<String, Object> referral(UUID caseId, UUID service) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("caseId", caseId.toString());
    body.put("serviceId", service.toString());
    body.put("priority", "high");
    body.put("reasonCode", "legal-advice");
    body.put("packet", packet());
    body.put("authoredAt", AUTHORED.toString());
    return body;
  }

  static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.put(field, value);
    return changed;
  }

  static Map<String, Object> without(Map<String, Object> body, String field) {
    Map<String, Object> changed = new HashMap<>(body);
    changed.remove(field);
    return changed;
  }

  static String json(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static Response refer(Persona persona, Map<String, Object> body) {
    return refer(persona, UUID.randomUUID(), json(body));
  }

  static Response refer(Persona persona, UUID key, String body) {
    return as(persona).header("Idempotency-Key", key).body(body).post("/v1/referrals");
  }

  /** A referral of Peshawar's social worker to the legal aid centre. */
  static Sent sent() {
    return sent(Backstage.openCaseWithConsent());
  }

  static Sent sent(UUID caseId) {
    Response response = refer(Persona.SOCIAL_WORKER, referral(caseId));
    response.then().statusCode(201);
    return new Sent(response.path("id"), response.header("ETag"), caseId);
  }

  /** A step of either side: acceptance, rejection, start, hold, completion, failure, … */
  static Response step(Persona persona, Sent sent, String step, Map<String, ?> body) {
    return step(persona, sent.id(), sent.etag(), step, body);
  }

  static Response step(Persona persona, String id, String etag, String step, Map<String, ?> body) {
    String base = persona.agencyId().isPresent() ? "/partner/v1/referrals/" : "/v1/referrals/";
    return as(persona).header("If-Match", etag).body(json(body)).post(base + id + "/" + step);
  }

  /** The agency's step, which must succeed. */
  static Sent answered(Sent sent, String step, Map<String, ?> body) {
    Response response = step(Persona.PARTNER_SYSTEM, sent, step, body);
    response.then().statusCode(200);
    return new Sent(sent.id(), response.header("ETag"), sent.caseId());
  }

  static Map<String, Object> at(Instant happenedAt) {
    return Map.of("happenedAt", happenedAt.toString());
  }

  static Map<String, Object> because(Instant happenedAt, String code) {
    return Map.of("happenedAt", happenedAt.toString(), "reasonCode", code);
  }

  static Map<String, Object> because(Instant happenedAt, String code, String words) {
    return Map.of("happenedAt", happenedAt.toString(), "reasonCode", code, "reason", words);
  }

  /** What the sender calls it off with. */
  static Map<String, Object> off(String code) {
    return Map.of("reasonCode", code);
  }

  static Map<String, Object> outcome(Instant happenedAt, String code) {
    return Map.of(
        "happenedAt",
        happenedAt.toString(),
        "outcome",
        Map.of("code", code, "text", "The court heard the child"));
  }

  /** A referral the agency has said yes to: its system reads the packet now. */
  static Sent accepted(Sent sent) {
    return answered(sent, "acceptance", at(LATER));
  }

  /** A referral the agency has completed. */
  static Sent completed() {
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    return answered(accepted, "completion", outcome(LATER, "provided"));
  }
}
