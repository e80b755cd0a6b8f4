package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.knowncase.KnownCases;
import org.hifazat.referral.knowncase.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Puts an invented referral into a sandbox. It goes the way of any other from then on, except that
 * nobody but the sandbox hears of it.
 */
@ApplicationScoped
public class InventReferral {
  private static final String CONSENT_ENDED = "consent-withdrawn";

  private final ReferralRepository referrals;
  private final EntityManager entities;
  private final Deadlines deadlines;
  private final ReferralWords words;
  private final ReferralNews news;
  private final IdSource ids;

  InventReferral(
      ReferralRepository referrals,
      EntityManager entities,
      Deadlines deadlines,
      ReferralWords words,
      ReferralNews news,
      IdSource ids) {
    this.referrals = referrals;
    this.entities = entities;
    this.deadlines = deadlines;
    this.words = words;
    this.news = news;
    this.ids = ids;
  }

  /** The sandbox it goes to. */
  public record To(UUID agencyId, UUID serviceId, String category, String districtCode) {}

  /**
   * @param hoursAgo when it was sent
   * @param consentEnded whether consent to it was withdrawn since: it is called off, its packet
   *     closed
   */
  public record Story(
      String priority,
      String reasonCode,
      int hoursAgo,
      @Nullable Boolean consentEnded,
      Packet packet) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public UUID invent(To to, Story story, Instant now) {
    Instant at = now.truncatedTo(ChronoUnit.MICROS).minus(Duration.ofHours(story.hoursAgo()));
    Deadlines.Due due =
        deadlines
            .of(story.priority(), at)
            .orElseThrow(() -> new ProblemException(ReferralProblem.BEFORE_ANY_DEADLINE));
    UUID id = ids.next();
    // Of no case; the id is only the subject whose key encrypts the words.
    UUID subject = ids.next();
    Referral referral =
        Referral.requested(
            new NewReferral(
                id,
                subject,
                Sandbox.NOBODY,
                to.districtCode(),
                Sandbox.NOBODY,
                to.serviceId(),
                new Recipient.Agency(to.agencyId()),
                to.category(),
                story.priority(),
                story.reasonCode(),
                words.seal(subject, id, story.packet()),
                new KnownCases.Basis(ids.next(), null, false, null),
                null,
                null,
                null,
                at,
                due),
            now);
    referrals.persistAndFlush(referral);
    step(referral, ReferralStatus.DRAFT, at, now);
    news.requested(referral);
    if (Boolean.TRUE.equals(story.consentEnded())) {
      referral.sharingEnded(CONSENT_ENDED, now, now);
      entities.flush();
      step(referral, ReferralStatus.REQUESTED, now, now);
      news.moved(referral, ReferralStatus.REQUESTED, Side.REQUESTER, now);
    }
    return id;
  }

  private void step(Referral referral, ReferralStatus from, Instant at, Instant now) {
    entities.persist(
        ReferralStep.of(
            referral,
            new ReferralStep.Made(
                ids.next(), from, Side.REQUESTER, Sandbox.NOBODY.toString(), at, now)));
  }
}
