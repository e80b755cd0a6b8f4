package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Plans a contact with the child or family, or calls it off. */
@ApplicationScoped
public class PlanFollowUp {
  private static final CaseOperation OPERATION = CaseOperation.PLAN_FOLLOW_UP;

  private final Session entities;
  private final CaseDesk desk;
  private final FollowUps followUps;
  private final NextContact next;
  private final CaseClocks clocks;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  PlanFollowUp(
      Session entities,
      CaseDesk desk,
      FollowUps followUps,
      NextContact next,
      CaseClocks clocks,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.followUps = followUps;
    this.next = next;
    this.clocks = clocks;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param kind a code of list follow-up-kind
   */
  public record Command(UUID caseId, String kind, Instant plannedFor) {}

  /** What was made, or made before by the same request. */
  public record Planned(Created created, FollowUps.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-past, code-unknown, or one of
   *     idempotent creation
   */
  @Transactional
  public Planned handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> plan(file, command));
    return new Planned(created, followUps.open(file, followUps.one(created.id())));
  }

  private Created plan(CaseFile file, Command command) {
    Instant now = clock.instant();
    if (command.plannedFor().isBefore(now)) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    codes.require(
        KarachiTime.day(now), List.of(CodeLists.Use.of("follow-up-kind", command.kind())));
    next.planned(file, command.plannedFor());
    FollowUp followUp =
        FollowUp.planned(
            ids.next(),
            file.id(),
            command.kind(),
            command.plannedFor(),
            callers.current().staffId().orElseThrow(),
            now);
    entities.persist(followUp);
    clocks.agree(
        file,
        file.ownerId().orElse(null),
        TaskKind.FOLLOW_UP,
        followUp.id(),
        now,
        command.plannedFor());
    deeds.done(deed(file, followUp, "follow-up-planned", now));
    return Created.now(
        followUp.id(), URI.create("/v1/cases/" + file.id() + "/follow-ups/" + followUp.id()));
  }

  /**
   * Calls off what somebody planned; what the policy asks for stands until the child is seen.
   *
   * @throws ProblemException not-found, stale or contact-not-planned
   */
  @Transactional
  public FollowUps.Whole cancel(UUID followUpId, long expectedVersion) {
    FollowUp followUp = followUps.one(followUpId);
    CaseFile file = desk.toChange(OPERATION, followUp.caseId());
    Preconditions.check(expectedVersion, followUp.version());
    if (followUp.byPolicy() || !followUp.cancel()) {
      throw new ProblemException(CaseProblem.CONTACT_NOT_PLANNED);
    }
    entities.flush();
    clocks.drop(file, TaskKind.FOLLOW_UP, followUp.id());
    next.begin(file, followUps.childLastSeen(file.id()).orElse(clock.instant()));
    deeds.done(deed(file, followUp, "follow-up-cancelled", clock.instant()));
    return followUps.open(file, followUp);
  }

  private static Deed deed(CaseFile file, FollowUp followUp, String kind, Instant at) {
    return new Deed(
        file,
        OPERATION,
        kind,
        at,
        "follow-up",
        followUp.id(),
        followUp.version(),
        List.of(followUp.kind()));
  }
}
