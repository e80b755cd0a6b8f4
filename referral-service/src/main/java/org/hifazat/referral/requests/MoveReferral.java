package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.packet.PacketRules;
import org.jspecify.annotations.Nullable;

/** A step of a referral, by the side that may make it. */
@ApplicationScoped
public class MoveReferral {
  private final EntityManager entities;
  private final ReferralCodes codes;
  private final PacketRules packets;
  private final AgencyQueue queue;
  private final OutcomePapers papers;
  private final ReferralWords words;
  private final Reach reach;
  private final ReferralNews news;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MoveReferral(
      EntityManager entities,
      ReferralCodes codes,
      PacketRules packets,
      AgencyQueue queue,
      OutcomePapers papers,
      ReferralWords words,
      Reach reach,
      ReferralNews news,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.codes = codes;
    this.packets = packets;
    this.queue = queue;
    this.papers = papers;
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
   * @param code of the list of outcomes
   * @param attachments sent beforehand, to go with it
   */
  public record Outcome(String code, @Nullable String text, List<UUID> attachments) {}

  /**
   * @param expectedVersion from If-Match
   * @param happenedAt null for now
   * @param reason needed on entering rejected, on-hold, failed, cancelled and entered-in-error
   * @param outcome needed on entering completed
   */
  public record Command(
      UUID referralId,
      long expectedVersion,
      ReferralStatus next,
      Side side,
      @Nullable Instant happenedAt,
      @Nullable Reason reason,
      @Nullable Outcome outcome) {}

  /**
   * Why it does not go on.
   *
   * @param code of the list of status reasons, for the state it leads to
   * @param text needed where the code alone says too little
   */
  public record Reason(String code, @Nullable String text) {}

  /**
   * @throws ProblemException not-found, stale, step-not-allowed, addressed-to-another,
   *     claimed-already, reason-needed, outcome-needed, code-unknown, attachment-unknown,
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
    refuseWhatCannotBe(command, referral, at, now);
    // Asked before anything is changed: a query in between would write the change twice.
    Instant until =
        command.next().isFinal() ? packets.readableUntil(command.next().label(), now) : null;
    switch (referral.move(command.next(), command.side(), at, sealed(command, referral), now)) {
      case Step.NotAllowed refused -> throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
      case Step.BeforeTheReferral refused ->
          throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
      case Step.BeforeTheLastStep refused ->
          throw new ProblemException(ReferralProblem.BEFORE_THE_LAST_STEP);
      case Step.Made(ReferralStatus from) -> {
        if (until != null) {
          referral.readableUntil(until);
        }
        made(referral, from, command, at, now);
      }
    }
    return referral.id();
  }

  private ReferralOperation operation(Command command) {
    return switch (command.side()) {
      case TARGET ->
          callers.current().has(LinkHolder.ROLE)
              ? ReferralOperation.LINK_ANSWER_REFERRAL
              : ReferralOperation.PARTNER_ANSWER_REFERRAL;
      case REQUESTER ->
          command.next() == ReferralStatus.ENTERED_IN_ERROR
              ? ReferralOperation.MARK_IN_ERROR
              : ReferralOperation.CANCEL_REFERRAL;
    };
  }

  private StepReason sealed(Command command, Referral referral) {
    Reason reason = command.reason();
    return reason == null
        ? new StepReason(null, null)
        : new StepReason(
            reason.code(),
            words.seal(referral.caseId(), referral.id(), "status_reason", reason.text()));
  }

  private void refuseWhatCannotBe(Command command, Referral referral, Instant at, Instant now) {
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    if (!referral.status().mayBecome(command.next(), command.side())) {
      throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
    }
    if (command.side() == Side.TARGET) {
      queue.requireNobodyElse(referral);
    }
    Reason reason = command.reason();
    if (command.next().needsReason()) {
      if (reason == null) {
        throw new ProblemException(ReferralProblem.REASON_NEEDED);
      }
      requireReason(command.next(), reason);
    }
    Outcome outcome = command.outcome();
    if (command.next() == ReferralStatus.COMPLETED) {
      if (outcome == null) {
        throw new ProblemException(ReferralProblem.OUTCOME_NEEDED);
      }
      if (codes.find(ReferralCodes.OUTCOME, outcome.code()).isEmpty()) {
        throw unknown("/outcome/code");
      }
    }
  }

  private void requireReason(ReferralStatus next, Reason reason) {
    ReferralCodes.Code code =
        codes
            .find(ReferralCodes.STATUS_REASON, reason.code())
            .filter(one -> one.states().contains(next.label()))
            .orElseThrow(() -> unknown("/reasonCode"));
    String text = reason.text();
    if (code.textNeeded() && (text == null || text.isBlank())) {
      throw new ProblemException(
          ReferralProblem.REASON_NEEDED, new Violation("/reason", "reason-needed"));
    }
  }

  private static ProblemException unknown(String pointer) {
    return new ProblemException(
        ReferralProblem.CODE_UNKNOWN, new Violation(pointer, "code-unknown"));
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
    if (command.side() == Side.TARGET) {
      queue.answered(referral, at, now);
    }
    if (command.next() == ReferralStatus.ENTERED_IN_ERROR) {
      referral.takeBack(at);
    }
    entities.flush();
    if (outcome != null && !outcome.attachments().isEmpty()) {
      papers.sentWithOutcome(referral, outcome.attachments());
    }
    Caller caller = callers.current();
    String actor = caller.staffId().map(UUID::toString).orElse(caller.subject());
    entities.persist(
        ReferralStep.of(
            referral, new ReferralStep.Made(ids.next(), from, command.side(), actor, at, now)));
    news.moved(referral, from, command.side(), at);
    audit.performed(
        operation(command).name(), "referral", referral.id(), referral.status().label());
  }
}
