package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.referral.knowncase.Recipient;
import org.hifazat.referral.knowncase.SharingEnded;

/**
 * Consent to sharing has ended: referrals that rest on it are cancelled with a reason the agency
 * sees, and their packets are read no more, also those of referrals that were carried out; the
 * agency is told of either. The consent may be an override that was not confirmed in time.
 */
@ApplicationScoped
class EndSharing {
  static final String WITHDRAWN = "consent-withdrawn";
  static final String LAPSED = "consent-lapsed";

  private final EntityManager entities;
  private final ReferralNews news;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  EndSharing(EntityManager entities, ReferralNews news, AuditLog audit, IdSource ids, Clock clock) {
    this.entities = entities;
    this.news = news;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void end(@Observes SharingEnded ended) {
    Instant now = clock.instant();
    Instant at = ended.endedAt().truncatedTo(ChronoUnit.MICROS);
    String code = ended.lapsed() ? LAPSED : WITHDRAWN;
    for (Referral referral : onConsent(ended)) {
      ReferralStatus from = referral.status();
      boolean read = referral.packetState(now) == PacketState.READABLE;
      boolean cancelled = referral.sharingEnded(code, at, now);
      entities.flush();
      if (cancelled) {
        entities.persist(
            ReferralStep.of(
                referral,
                new ReferralStep.Made(
                    ids.next(), from, Side.REQUESTER, code, referral.statusAt(), now)));
        news.moved(referral, from, Side.REQUESTER, referral.statusAt());
      } else {
        news.packetClosed(referral, read, at);
      }
      audit.performed("END_SHARING", "referral", referral.id(), code);
    }
  }

  private List<Referral> onConsent(SharingEnded ended) {
    String to =
        switch (ended.with()) {
          case Recipient.Agency agency -> "agencyId";
          case Recipient.Outside outside -> "recipientId";
        };
    // Events' ids are of the time they were written at: a word told of later was said later.
    String older =
        ended.toldBy() == null ? "" : " and (ground.toldBy is null or ground.toldBy < :told)";
    TypedQuery<Referral> query =
        entities
            .createQuery(
                "from Referral where caseId = :case and "
                    + to
                    + " = :with and packetTerm.closedAt is null"
                    + older
                    + " order by authoredAt, id",
                Referral.class)
            .setParameter("case", ended.caseId())
            .setParameter("with", ended.with().id());
    if (ended.toldBy() != null) {
      query.setParameter("told", ended.toldBy());
    }
    return query.getResultList();
  }
}
