package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** The sender has read the answer and told the child and family: the loop is closed. */
@ApplicationScoped
public class CloseLoop {
  private final ReferralRepository referrals;
  private final ReferralWords words;
  private final Relations relations;
  private final Access access;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  CloseLoop(
      ReferralRepository referrals,
      ReferralWords words,
      Relations relations,
      Access access,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.referrals = referrals;
    this.words = words;
    this.relations = relations;
    this.access = access;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record Command(
      UUID referralId, long expectedVersion, Instant happenedAt, @Nullable String note) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, in-the-future or loop-not-open
   */
  @Transactional
  public UUID handle(Command command) {
    Instant now = clock.instant();
    Referral referral =
        referrals
            .findByIdOptional(command.referralId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        ReferralOperation.CLOSE_LOOP, relations.to(referral.unitId(), referral.requestedBy()));
    Preconditions.check(command.expectedVersion(), referral.version());
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    byte[] note = words.seal(referral.caseId(), referral.id(), "loop_note", command.note());
    if (!referral.closeLoop(command.happenedAt(), note, now)) {
      throw new ProblemException(ReferralProblem.LOOP_NOT_OPEN);
    }
    referrals.flush();
    outbox.append(ReferralEvents.loopClosed(referral, command.happenedAt()));
    audit.performed(ReferralOperation.CLOSE_LOOP.name(), "referral", referral.id());
    return referral.id();
  }
}
