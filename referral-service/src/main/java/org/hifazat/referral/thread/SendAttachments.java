package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.requests.OutcomePapers;
import org.hifazat.referral.requests.Referral;
import org.jspecify.annotations.Nullable;

/** Files that are whole go to the other side, with a message or with the outcome. */
@ApplicationScoped
class SendAttachments implements OutcomePapers {
  private final EntityManager entities;
  private final ThreadDesk desk;
  private final Clock clock;

  SendAttachments(EntityManager entities, ThreadDesk desk, Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.clock = clock;
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void sentWithOutcome(Referral referral, List<UUID> attachments) {
    ThreadDesk.Place place = desk.toWrite(referral.id());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    give(place, attachments, null, "/outcome/attachments/", now);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  void withMessage(ThreadDesk.Place place, List<UUID> attachments, UUID message, Instant now) {
    give(place, attachments, message, "/attachments/", now);
  }

  private void give(
      ThreadDesk.Place place, List<UUID> ids, @Nullable UUID message, String pointer, Instant now) {
    for (int i = 0; i < ids.size(); i++) {
      Attachment attachment = entities.find(Attachment.class, ids.get(i));
      if (attachment == null
          || !attachment.isOf(place)
          || !attachment.isWhole()
          || attachment.isOver(now)) {
        throw new ProblemException(
            ReferralProblem.ATTACHMENT_UNKNOWN, new Violation(pointer + i, "attachment-unknown"));
      }
      attachment.give(message, now);
    }
    entities.flush();
  }
}
