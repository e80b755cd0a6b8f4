package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** The sender has read the answer and told the child and family: the loop is closed. */
@ApplicationScoped
public class CloseLoop {
  private final EntityManager entities;
  private final ReferralWords words;
  private final Reach reach;
  private final ReferralNews news;
  private final AuditLog audit;
  private final Clock clock;

  CloseLoop(
      EntityManager entities,
      ReferralWords words,
      Reach reach,
      ReferralNews news,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.words = words;
    this.reach = reach;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param expectedVersion from If-Match
   */
  public record Command(
      UUID referralId, long expectedVersion, Instant happenedAt, @Nullable String note) {}

  /**
   * @throws ProblemException not-found, stale, in-the-future, loop-not-open or before-the-last-step
   */
  @Transactional
  public UUID handle(Command command) {
    Instant now = clock.instant();
    Instant at = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    Referral referral = reach.asSender(ReferralOperation.CLOSE_LOOP, command.referralId());
    Preconditions.check(command.expectedVersion(), referral.version());
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    byte[] note = words.seal(referral.caseId(), referral.id(), "loop_note", command.note());
    switch (referral.closeLoop(at, note, now)) {
      case NO_ANSWER_YET_OR_CLOSED -> throw new ProblemException(ReferralProblem.LOOP_NOT_OPEN);
      case BEFORE_THE_ANSWER -> throw new ProblemException(ReferralProblem.BEFORE_THE_LAST_STEP);
      case CLOSED -> entities.flush();
    }
    news.loopClosed(referral, at);
    audit.performed(ReferralOperation.CLOSE_LOOP.name(), "referral", referral.id());
    return referral.id();
  }
}
