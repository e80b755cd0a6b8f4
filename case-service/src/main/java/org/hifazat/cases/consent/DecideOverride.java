package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The second person: countersigns an override, rejects it, or ends one that is needed no more. */
@ApplicationScoped
public class DecideOverride {
  private final Session entities;
  private final ReachCase reach;
  private final ConsentStandings standings;
  private final ConsentEndings endings;
  private final OpenTasks tasks;
  private final FieldCipher cipher;
  private final Timeline timeline;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  DecideOverride(
      Session entities,
      ReachCase reach,
      ConsentStandings standings,
      ConsentEndings endings,
      OpenTasks tasks,
      FieldCipher cipher,
      Timeline timeline,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.standings = standings;
    this.endings = endings;
    this.tasks = tasks;
    this.cipher = cipher;
    this.timeline = timeline;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param decision confirmed, rejected or ended
   * @param comment needed for rejected and ended
   */
  public record Command(
      UUID overrideId,
      long expectedVersion,
      String decision,
      Instant happenedAt,
      @Nullable String comment) {}

  /**
   * @throws ProblemException not-found, stale, in-the-future, reason-needed, override-own,
   *     override-lapsed, override-not-awaiting, override-not-confirmed or decided-before-requested
   */
  @Transactional
  public ConsentOverride handle(Command command) {
    ConsentOverride override = entities.find(ConsentOverride.class, command.overrideId());
    if (override == null) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    CaseFiles.WithChild found = reach.to(CaseOperation.DECIDE_CONSENT_OVERRIDE, override.caseId());
    Preconditions.check(command.expectedVersion(), override.version());
    UUID staff = callers.current().staffId().orElseThrow();
    refuseWhatCannotBe(command, override, staff);
    String words = command.comment();
    override.becomes(
        command.decision(),
        staff,
        command.happenedAt(),
        words == null
            ? null
            : cipher.encrypt(found.child().id(), OverrideConsent.COMMENT, override.id(), words));
    entities.flush();
    tasks.met(
        override.caseId(), TaskKind.OVERRIDE_COUNTERSIGN, override.id(), command.happenedAt());
    ConsentStanding standing = standings.of(found, override.matter());
    outbox.append(ConsentEvents.overridden(override, standing, null, command.happenedAt()));
    if (!standing.stands()) {
      endings.ended(
          found.file(),
          new ConsentEvents.Ended(
              override.caseId(),
              override.id(),
              override.matter(),
              "override-" + override.state(),
              command.happenedAt()),
          staff);
    }
    timeline.happened(
        override.caseId(),
        "consent-override-" + override.state(),
        command.happenedAt(),
        override.id(),
        override.purpose());
    audit.performed(
        CaseOperation.DECIDE_CONSENT_OVERRIDE.name(),
        "consent-override",
        override.id(),
        override.state());
    return override;
  }

  private void refuseWhatCannotBe(Command command, ConsentOverride override, UUID staff) {
    Instant now = clock.instant();
    if (command.happenedAt().isAfter(now)) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (command.happenedAt().isBefore(override.happenedAt())) {
      throw new ProblemException(CaseProblem.DECIDED_BEFORE_REQUESTED);
    }
    boolean ending = command.decision().equals(ConsentOverride.ENDED);
    if (ending && !override.state().equals(ConsentOverride.CONFIRMED)) {
      throw new ProblemException(CaseProblem.OVERRIDE_NOT_CONFIRMED);
    }
    if (!ending) {
      if (override.recordedBy().equals(staff)) {
        throw new ProblemException(CaseProblem.OVERRIDE_OWN);
      }
      // Too late to the second, whether or not the clock's own look has come by.
      if (override.state().equals(ConsentOverride.LAPSED)
          || (override.isAwaiting() && !override.dueAt().isAfter(now))) {
        throw new ProblemException(CaseProblem.OVERRIDE_LAPSED);
      }
      if (!override.isAwaiting()) {
        throw new ProblemException(CaseProblem.OVERRIDE_NOT_AWAITING);
      }
    }
    String comment = command.comment();
    boolean said = comment != null && !comment.isBlank();
    if (!command.decision().equals(ConsentOverride.CONFIRMED) && !said) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
  }
}
