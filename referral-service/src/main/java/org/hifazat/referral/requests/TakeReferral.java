package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** Somebody at the agency says that it is there, takes it out of the queue, or puts it back. */
@ApplicationScoped
public class TakeReferral {
  private static final ReferralOperation OPERATION = ReferralOperation.PARTNER_ANSWER_REFERRAL;

  private final EntityManager entities;
  private final ReferralWords words;
  private final AgencyQueue queue;
  private final Reach reach;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Clock clock;

  TakeReferral(
      EntityManager entities,
      ReferralWords words,
      AgencyQueue queue,
      Reach reach,
      CallerContext callers,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.words = words;
    this.queue = queue;
    this.reach = reach;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What is done. */
  public enum Act {
    ACKNOWLEDGE,
    CLAIM,
    RELEASE
  }

  /**
   * @param expectedVersion from If-Match
   * @param name what the person is called at the agency
   */
  public record Command(
      UUID referralId, long expectedVersion, Act act, Instant happenedAt, @Nullable String name) {}

  /**
   * @throws ProblemException not-found, stale, in-the-future, before-the-referral,
   *     step-not-allowed, addressed-to-another, claimed-already or not-claimed
   */
  @Transactional
  public UUID handle(Command command) {
    Instant now = clock.instant();
    Instant at = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    Referral referral = reach.asTarget(OPERATION, command.referralId());
    Preconditions.check(command.expectedVersion(), referral.version());
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    if (PeoplesTime.isBefore(at, referral.authoredAt())) {
      throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
    }
    if (!referral.status().isAtWork()) {
      throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
    }
    queue.requireMeantFor(referral);
    String done =
        switch (command.act()) {
          case ACKNOWLEDGE -> acknowledged(referral, at, now);
          case CLAIM -> claimed(referral, command.name(), at, now);
          case RELEASE -> released(referral, now);
        };
    entities.flush();
    audit.performed(OPERATION.name(), "referral", referral.id(), done);
    return referral.id();
  }

  private static String acknowledged(Referral referral, Instant at, Instant now) {
    referral.acknowledge(at, now);
    return "acknowledged";
  }

  private String claimed(Referral referral, @Nullable String name, Instant at, Instant now) {
    if (queue.isAnothers(referral)) {
      throw new ProblemException(ReferralProblem.CLAIMED_ALREADY);
    }
    byte[] sealed = words.seal(referral.caseId(), referral.id(), "claimed_name", name);
    referral.claim(callers.current().subject(), sealed, at, now);
    return "claimed";
  }

  /** Also what a colleague has, who may be away: nothing stays stuck with somebody. */
  private String released(Referral referral, Instant now) {
    if (referral.handling().flatMap(Handling::claimedBy).isEmpty()) {
      throw new ProblemException(ReferralProblem.NOT_CLAIMED);
    }
    String done = queue.isMine(referral) ? "released" : "released-for-another";
    referral.release(now);
    return done;
  }
}
