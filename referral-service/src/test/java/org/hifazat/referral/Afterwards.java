package org.hifazat.referral;

import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.testing.Persona;

/** What is told of a referral when the service was given, or not. */
final class Afterwards {
  private Afterwards() {}

  static Map<String, Object> feedback() {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("speaker", "child");
    said.put("howAsked", "pictures");
    said.put("askedAlone", true);
    said.put("rating", 4);
    said.put("words", "The lady listened to me");
    said.put("agencyMayKnow", true);
    said.put("concern", false);
    said.put("happenedAt", LATER.toString());
    return said;
  }

  static Response record(Persona persona, String referral, Map<String, ?> said) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(said))
        .post("/v1/referrals/" + referral + "/feedback");
  }

  static Response release(Persona persona, String referral, String feedback) {
    return as(persona).post("/v1/referrals/" + referral + "/feedback/" + feedback + "/release");
  }

  static Response withdraw(Persona persona, String referral, String feedback) {
    return as(persona)
        .body(json(Map.of("concern", true)))
        .post("/v1/referrals/" + referral + "/feedback/" + feedback + "/withdrawal");
  }

  static Map<String, Object> back() {
    Map<String, Object> back = new LinkedHashMap<>();
    back.put("kind", "back");
    back.put("reasonCode", "further-assessment");
    back.put("words", "The court asks for a school report first");
    back.put("consent", Map.of("givenBy", "child", "givenAt", LATER.toString()));
    return back;
  }

  static Response sendBack(Persona persona, String referral, Map<String, ?> body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(body))
        .post("/partner/v1/referrals/" + referral + "/returns");
  }

  static Response answer(Persona persona, String referral, String made, Map<String, ?> body) {
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body(json(body))
        .post("/v1/referrals/" + referral + "/returns/" + made + "/answer");
  }
}
