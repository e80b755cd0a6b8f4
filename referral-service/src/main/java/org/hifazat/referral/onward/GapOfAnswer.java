package org.hifazat.referral.onward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.referral.event.ServiceGapRecorded;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralTold;

/**
 * An agency that says no for want of room, of fitness or of nearness leaves a gap: the Commission
 * is told, whether or not anybody records one. The gap is of no case and no child.
 */
@ApplicationScoped
class GapOfAnswer {
  private final EntityManager entities;
  private final Session session;
  private final Outbox outbox;
  private final IdSource ids;
  private final Clock clock;

  GapOfAnswer(EntityManager entities, Session session, Outbox outbox, IdSource ids, Clock clock) {
    this.entities = entities;
    this.session = session;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void notice(@Observes ReferralTold told) {
    if (told.what() != ReferralTold.What.MOVED || told.invented()) {
      return;
    }
    Referral referral = entities.find(Referral.class, told.referralId());
    Optional<String> gap = Optional.ofNullable(referral).flatMap(GapOfAnswer::gap);
    if (referral == null || gap.isEmpty()) {
      return;
    }
    UUID id = ids.next();
    int recorded =
        session
            .createNativeQuery(
                "select gap_of_answer(:gap, :referral, :reason, :at, :now)", Integer.class)
            .setParameter("gap", id)
            .setParameter("referral", referral.id())
            .setParameter("reason", gap.get())
            .setParameter("at", told.at())
            .setParameter("now", clock.instant())
            .getSingleResult();
    if (recorded == 1) {
      outbox.append(
          new OutboxEvent(
              ServiceGapRecorded.TYPE,
              "service-gap",
              id.toString(),
              0,
              id.toString(),
              told.at(),
              new ServiceGapRecorded(
                  id,
                  referral.unitId(),
                  referral.districtCode(),
                  referral.category(),
                  referral.serviceId().orElse(null),
                  gap.get(),
                  told.at())));
    }
  }

  private static Optional<String> gap(Referral referral) {
    return switch (referral.status()) {
      case REJECTED, FAILED ->
          referral
              .statusCode()
              .flatMap(
                  code ->
                      switch (code) {
                        case "at-capacity" -> Optional.of("no-capacity");
                        case "not-eligible" -> Optional.of("not-for-this-child");
                        case "out-of-area" -> Optional.of("too-far");
                        default -> Optional.empty();
                      });
      case DRAFT,
          REQUESTED,
          ACCEPTED,
          IN_PROGRESS,
          ON_HOLD,
          COMPLETED,
          CANCELLED,
          ENTERED_IN_ERROR ->
          Optional.empty();
    };
  }
}
