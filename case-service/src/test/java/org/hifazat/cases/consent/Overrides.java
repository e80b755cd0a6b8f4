package org.hifazat.cases.consent;

import static org.hifazat.cases.Requests.as;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.Backstage;
import org.hifazat.platform.testing.Persona;

/** What the personas send to go on without consent. */
public final class Overrides {
  private Overrides() {}

  public static String body(String purpose, Instant at, String more) {
    return """
        {"purpose":"%s","reasonCode":"caregiver-suspected","text":"The invented uncle answers the telephone.",
         "childTold":true,"happenedAt":"%s"%s}"""
        .formatted(purpose, at, more);
  }

  public static Response write(Persona persona, String caseId, String body) {
    return as(persona)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body)
        .post("/v1/cases/" + caseId + "/consent-overrides");
  }

  public static Response decide(
      Persona persona, String id, String etag, String decision, String more) {
    return as(persona)
        .header("If-Match", etag)
        .body(
            "{\"decision\":\"%s\",\"happenedAt\":\"%s\"%s}"
                .formatted(decision, Instant.now(), more))
        .post("/v1/consent-overrides/" + id + "/decision");
  }

  /** An override of some other member of staff, as if written just now. */
  public static String awaiting(String caseId) {
    UUID id = UUID.randomUUID();
    Backstage.execute(
        """
        insert into consent_override (id, case_id, purpose, reason_code, text, child_told, happened_at,
                                      due_at, recorded_by, recorded_at, state, version)
        values (?, ?::uuid, 'photo', 'serious-risk', '\\x00', true, now() - interval '1 minute',
                now() + interval '1 day', ?, now(), 'awaiting', 0)""",
        id,
        caseId,
        UUID.randomUUID());
    return id.toString();
  }
}
