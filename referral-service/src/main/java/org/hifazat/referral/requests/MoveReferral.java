package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** A step of a referral, by the side that may make it. */
@ApplicationScoped
public class MoveReferral {
  private final ReferralRepository referrals;
  private final EntityManager entities;
  private final ReferralWords words;
  private final Relations relations;
  private final Access access;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MoveReferral(
      ReferralRepository referrals,
      EntityManager entities,
      ReferralWords words,
      Relations relations,
      Access access,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.referrals = referrals;
    this.entities = entities;
    this.words = words;
    this.relations = relations;
    this.access = access;
    this.outbox = outbox;
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
   * @param reason needed on entering rejected, on-hold, failed and cancelled
   * @param outcome needed on entering completed
   */
  public record Command(
      UUID referralId,
      long expectedVersion,
      ReferralStatus next,
      Side side,
      Instant happenedAt,
      @Nullable String reason,
      @Nullable Outcome outcome) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, step-not-allowed, reason-needed,
   *     outcome-needed, in-the-future or before-the-referral
   */
  @Transactional
  public UUID handle(Command command) {
    Instant now = clock.instant();
    Referral referral =
        referrals
            .findByIdOptional(command.referralId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    ReferralOperation operation = requireAccess(referral, command.side());
    Preconditions.check(command.expectedVersion(), referral.version());
    refuseWhatCannotBe(command, now);
    byte[] reason = words.seal(referral.caseId(), referral.id(), "status_reason", command.reason());
    switch (referral.move(command.next(), command.side(), command.happenedAt(), reason, now)) {
      case Referral.Step.NotAllowed refused ->
          throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
      case Referral.Step.BeforeTheReferral refused ->
          throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
      case Referral.Step.Made(ReferralStatus from) -> made(referral, from, command, operation, now);
    }
    return referral.id();
  }

  private ReferralOperation requireAccess(Referral referral, Side side) {
    return switch (side) {
      case TARGET -> {
        access.require(ReferralOperation.PARTNER_ANSWER_REFERRAL, relations.asTarget(referral));
        yield ReferralOperation.PARTNER_ANSWER_REFERRAL;
      }
      case REQUESTER -> {
        access.require(
            ReferralOperation.CANCEL_REFERRAL,
            relations.to(referral.unitId(), referral.requestedBy()));
        yield ReferralOperation.CANCEL_REFERRAL;
      }
    };
  }

  private static void refuseWhatCannotBe(Command command, Instant now) {
    if (command.happenedAt().isAfter(now)) {
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
      Referral referral,
      ReferralStatus from,
      Command command,
      ReferralOperation operation,
      Instant now) {
    Outcome outcome = command.outcome();
    if (outcome != null) {
      referral.outcome(
          outcome.code(),
          words.seal(referral.caseId(), referral.id(), "outcome_text", outcome.text()),
          command.happenedAt());
    }
    entities.flush();
    String actor = callers.current().subject();
    entities.persist(
        ReferralStep.of(
            referral,
            new ReferralStep.Made(
                ids.next(), from, command.side(), actor, command.happenedAt(), now)));
    outbox.append(ReferralEvents.moved(referral, from, command.happenedAt()));
    audit.performed(operation.name(), "referral", referral.id(), referral.status().label());
  }
}
