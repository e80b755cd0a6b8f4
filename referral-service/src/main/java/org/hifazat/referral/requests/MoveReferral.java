package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** A step of a referral, by the side that may make it. */
@ApplicationScoped
public class MoveReferral {
  private final EntityManager entities;
  private final ReferralWords words;
  private final Reach reach;
  private final ReferralNews news;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MoveReferral(
      EntityManager entities,
      ReferralWords words,
      Reach reach,
      ReferralNews news,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.words = words;
    this.reach = reach;
    this.news = news;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What came of the service.
   *
   * @param code provided, partly-provided or not-provided
   */
  public record Outcome(String code, @Nullable String text) {}

  /**
   * @param expectedVersion from If-Match
   * @param happenedAt null for now
   * @param reason needed on entering rejected, on-hold, failed and cancelled
   * @param outcome needed on entering completed
   */
  public record Command(
      UUID referralId,
      long expectedVersion,
      ReferralStatus next,
      Side side,
      @Nullable Instant happenedAt,
      @Nullable String reason,
      @Nullable Outcome outcome) {}

  /**
   * @throws ProblemException not-found, stale, step-not-allowed, reason-needed, outcome-needed,
   *     in-the-future, before-the-referral or before-the-last-step
   */
  @Transactional
  public UUID handle(Command command) {
    Instant now = clock.instant();
    Instant told = command.happenedAt();
    Instant at = told == null ? now : told.truncatedTo(ChronoUnit.MICROS);
    Referral referral =
        switch (command.side()) {
          case TARGET -> reach.asTarget(operation(command), command.referralId());
          case REQUESTER -> reach.asSender(operation(command), command.referralId());
        };
    Preconditions.check(command.expectedVersion(), referral.version());
    refuseWhatCannotBe(command, at, now);
    byte[] reason = words.seal(referral.caseId(), referral.id(), "status_reason", command.reason());
    switch (referral.move(command.next(), command.side(), at, reason, now)) {
      case Referral.Step.NotAllowed refused ->
          throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
      case Referral.Step.BeforeTheReferral refused ->
          throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
      case Referral.Step.BeforeTheLastStep refused ->
          throw new ProblemException(ReferralProblem.BEFORE_THE_LAST_STEP);
      case Referral.Step.Made(ReferralStatus from) -> made(referral, from, command, at, now);
    }
    return referral.id();
  }

  private static ReferralOperation operation(Command command) {
    return switch (command.side()) {
      case TARGET -> ReferralOperation.PARTNER_ANSWER_REFERRAL;
      case REQUESTER -> ReferralOperation.CANCEL_REFERRAL;
    };
  }

  private static void refuseWhatCannotBe(Command command, Instant at, Instant now) {
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    if (command.next().needsReason() && command.reason() == null) {
      throw new ProblemException(ReferralProblem.REASON_NEEDED);
    }
    if (command.next() == ReferralStatus.COMPLETED && command.outcome() == null) {
      throw new ProblemException(ReferralProblem.OUTCOME_NEEDED);
    }
  }

  private void made(
      Referral referral, ReferralStatus from, Command command, Instant at, Instant now) {
    Outcome outcome = command.outcome();
    if (outcome != null) {
      referral.outcome(
          outcome.code(),
          words.seal(referral.caseId(), referral.id(), "outcome_text", outcome.text()),
          at);
    }
    entities.flush();
    Caller caller = callers.current();
    String actor = caller.staffId().map(UUID::toString).orElse(caller.subject());
    entities.persist(
        ReferralStep.of(
            referral, new ReferralStep.Made(ids.next(), from, command.side(), actor, at, now)));
    news.moved(referral, from, at);
    audit.performed(
        operation(command).name(), "referral", referral.id(), referral.status().label());
  }
}
