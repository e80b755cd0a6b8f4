package org.hifazat.referral;

import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.EventContracts;

/** A recipient outside the directory, and a case whose consent names them. */
record Outsider(UUID caseId, UUID recipient) {

  /** Consent to sharing with them stands. */
  static Outsider named(String serviceType) {
    Outsider named = new Outsider(Backstage.openCase(), UUID.randomUUID());
    named.said("given", true, serviceType);
    return named;
  }

  void said(String decision, boolean stands) {
    said(decision, stands, "health");
  }

  private void said(String decision, boolean stands, String serviceType) {
    handled(
        caseId,
        "consent-recorded",
        """
        {"caseId":"%s","consentId":"%s","purpose":"share-information","decision":"%s","recipientId":"%s",
         "serviceType":"%s","happenedAt":"2026-11-02T05:00:00Z","givenBy":"caregiver","stands":%s}"""
            .formatted(caseId, UUID.randomUUID(), decision, recipient, serviceType, stands));
  }

  void withdrawn() {
    handled(
        caseId,
        "consent-withdrawn",
        """
        {"caseId":"%s","basisId":"%s","purpose":"share-information","recipientId":"%s","reason":"withdrawn",
         "endedAt":"2026-11-03T05:00:00Z","recordedAt":"2026-11-03T05:01:00Z"}"""
            .formatted(caseId, UUID.randomUUID(), recipient));
  }

  static void handled(UUID caseId, String name, String payload) {
    UUID event = Topic.eventId();
    String type = "org.hifazat.cases." + name + ".v1";
    EventContracts.load().assertPublishable(type, payload);
    Topic.send(Topic.CASES, type, caseId, 1, event, payload);
    Awaitility.await("event " + event)
        .atMost(Duration.ofSeconds(60))
        .until(() -> Backstage.count("select count(*) from inbox where event_id = ?", event) == 1);
  }
}
