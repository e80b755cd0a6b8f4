package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** Keeps each consent, refusal and withdrawal. */
@ApplicationScoped
class LearnConsent implements EventHandler<LearnConsent.ConsentRecorded> {
  private final Session session;
  private final KnownCases cases;

  LearnConsent(Session session, KnownCases cases) {
    this.session = session;
    this.cases = cases;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ConsentRecorded(
      UUID caseId,
      UUID consentId,
      String purpose,
      String decision,
      @Nullable UUID agencyId,
      @Nullable UUID recipientId,
      @Nullable String serviceType,
      Instant happenedAt,
      @Nullable LocalDate expiresOn,
      @Nullable Boolean stands,
      @Nullable LocalDate standsUntil) {}

  @Override
  public String type() {
    return "org.hifazat.cases.consent-recorded.v1";
  }

  @Override
  public Class<ConsentRecorded> payload() {
    return ConsentRecorded.class;
  }

  @Override
  public void handle(ReceivedEvent<ConsentRecorded> event) {
    ConsentRecorded consent = event.payload();
    session
        .createNativeMutationQuery(
            """
            insert into known_consent (consent_id, case_id, purpose, decision, agency_id, happened_at, expires_on)
            values (:id, :case, :purpose, :decision, :agency, :at, :expires)
            on conflict (consent_id) do nothing""")
        .setParameter("id", consent.consentId())
        .setParameter("case", consent.caseId())
        .setParameter("purpose", consent.purpose())
        .setParameter("decision", consent.decision())
        .setParameter("agency", consent.agencyId(), UUID.class)
        .setParameter("at", consent.happenedAt())
        .setParameter("expires", consent.expiresOn(), LocalDate.class)
        .executeUpdate();
    cases.named(consent.caseId(), consent.recipientId(), consent.serviceType());
    Recipient with = Recipient.of(consent.agencyId(), consent.recipientId()).orElse(null);
    Boolean stands = consent.stands();
    if (with != null && stands != null) {
      cases.sharing(
          new KnownCases.Sharing(
              event.id(),
              consent.caseId(),
              with,
              stands,
              consent.standsUntil(),
              consent.consentId(),
              null,
              null,
              null));
    }
  }
}
