package org.hifazat.referral;

import static org.hifazat.referral.Requests.AUTHORED;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.access.ReferralOperation;

/** What staff send of referrals they are still writing. */
final class Drafting {
  private Drafting() {}

  /** A draft, as it stands. */
  record Kept(String id, String etag, UUID caseId) {
    static Kept of(Response response, UUID caseId) {
      return new Kept(response.path("id"), response.header("ETag"), caseId);
    }
  }

  /** All that a referral needs. */
  static Map<String, Object> whole() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("serviceId", Backstage.LEGAL_AID.toString());
    content.put("priority", "high");
    content.put("reasonCode", "legal-advice");
    content.put("packet", Requests.packet());
    return content;
  }

  static Map<String, Object> whole(String packetField, Object value) {
    return Requests.with(whole(), "packet", Requests.with(Requests.packet(), packetField, value));
  }

  static Response begin(Persona persona, UUID caseId, Map<String, ?> content) {
    return begin(persona, caseId, UUID.randomUUID(), content);
  }

  static Response begin(Persona persona, UUID caseId, UUID key, Map<String, ?> content) {
    return as(persona)
        .header("Idempotency-Key", key)
        .body(json(content))
        .post("/v1/cases/" + caseId + "/referral-drafts");
  }

  /** A draft of the social worker's. */
  static Kept begun(UUID caseId, Map<String, ?> content) {
    Response response = begin(Persona.SOCIAL_WORKER, caseId, content);
    response.then().statusCode(201);
    return Kept.of(response, caseId);
  }

  static Response list(Persona persona, UUID caseId) {
    return as(persona).get("/v1/cases/" + caseId + "/referral-drafts");
  }

  static Response read(Persona persona, Kept draft) {
    return as(persona).get("/v1/referral-drafts/" + draft.id());
  }

  static Response save(Persona persona, Kept draft, Map<String, ?> content) {
    return as(persona)
        .header("If-Match", draft.etag())
        .body(json(content))
        .put("/v1/referral-drafts/" + draft.id());
  }

  static Response discard(Persona persona, Kept draft) {
    return as(persona).header("If-Match", draft.etag()).delete("/v1/referral-drafts/" + draft.id());
  }

  static Response send(Persona persona, Kept draft) {
    return send(persona, draft, UUID.randomUUID(), Map.of());
  }

  static Response send(Persona persona, Kept draft, UUID key, Map<String, ?> besides) {
    Map<String, Object> body = new HashMap<>(besides);
    body.put("authoredAt", AUTHORED.toString());
    return as(persona)
        .header("If-Match", draft.etag())
        .header("Idempotency-Key", key)
        .body(json(body))
        .post("/v1/referral-drafts/" + draft.id() + "/sending");
  }

  /** Of the refusal matrix: a draft of somebody's case, which then stands as the relation says. */
  static Response attempt(ReferralOperation operation, Persona persona, Relation relation) {
    Kept draft = Ready.of(operation, () -> begun(Backstage.openCaseWithConsent(), whole()));
    UUID caseId = draft.caseId();
    RefusalMatrixTest.stand(caseId, persona, relation);
    return switch (operation) {
      case START_REFERRAL_DRAFT -> begin(persona, caseId, Map.of());
      case LIST_REFERRAL_DRAFTS -> list(persona, caseId);
      case READ_REFERRAL_DRAFT -> read(persona, draft);
      case SAVE_REFERRAL_DRAFT -> save(persona, draft, Map.of());
      case SEND_REFERRAL_DRAFT -> send(persona, draft);
      case DISCARD_REFERRAL_DRAFT -> discard(persona, draft);
      default -> throw new IllegalArgumentException(operation.name());
    };
  }
}
