package org.hifazat.referral.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.Readings;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** What of a referral arrived where, and when: nobody has to ask whether it was seen. */
@ApplicationScoped
public class Receipts {
  private final Session session;
  private final ReferralDesk desk;
  private final Readings readings;
  private final AuditLog audit;

  Receipts(Session session, ReferralDesk desk, Readings readings, AuditLog audit) {
    this.session = session;
    this.desk = desk;
    this.readings = readings;
    this.audit = audit;
  }

  /**
   * News that went to the agency's system.
   *
   * @param state waiting, delivered or failed
   */
  public record Told(String type, Instant at, String state, @Nullable Instant deliveredAt) {}

  /**
   * @param byAgency when the agency read the packet; empty while it did not
   * @param bySender when the sender read it
   * @param told oldest first
   */
  public record Receipt(
      Optional<Readings.Reading> byAgency, Optional<Readings.Reading> bySender, List<Told> told) {}

  /**
   * For either side.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when out of reach
   */
  @Transactional
  public Receipt of(UUID referralId) {
    Referral referral =
        desk.reached(
            ReferralOperation.VIEW_REFERRAL, ReferralOperation.PARTNER_VIEW_REFERRAL, referralId);
    Receipt receipt =
        new Receipt(
            readings.of(referralId, Side.TARGET, referral.version()),
            readings.of(referralId, Side.REQUESTER, referral.version()),
            told(referralId));
    audit.read("READ_RECEIPTS", "referral", referralId);
    return receipt;
  }

  private List<Told> told(UUID referralId) {
    return session
        .createNativeQuery(
            "select type, happened_at, state, delivered_at from webhook_receipts(:referral)",
            Object[].class)
        .setParameter("referral", referralId)
        .getResultList()
        .stream()
        .map(row -> new Told((String) row[0], (Instant) row[1], (String) row[2], (Instant) row[3]))
        .toList();
  }
}
