package org.hifazat.cases.conference;

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
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Calls a case conference, moves it, or calls it off. Its minutes end its task. */
@ApplicationScoped
public class PlanConference {
  private static final CaseOperation OPERATION = CaseOperation.PLAN_CASE_CONFERENCE;

  private final Session entities;
  private final CaseDesk desk;
  private final PlannedConferences conferences;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  PlanConference(
      Session entities,
      CaseDesk desk,
      PlannedConferences conferences,
      CaseClocks clocks,
      SealedWords words,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.conferences = conferences;
    this.clocks = clocks;
    this.words = words;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param reason a code of list conference-reason
   */
  public record Command(UUID caseId, String reason, Instant plannedFor, Invitation invitation) {}

  /** What was made, or made before by the same request. */
  public record Planned(Created created, PlannedConferences.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-past, code-unknown, or one of
   *     idempotent creation
   */
  @Transactional
  public Planned handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> plan(file, command));
    return new Planned(created, conferences.open(file, one(created.id())));
  }

  private Created plan(CaseFile file, Command command) {
    Instant now = clock.instant();
    if (command.plannedFor().isBefore(now)) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    codes.require(
        KarachiTime.day(now), List.of(CodeLists.Use.of("conference-reason", command.reason())));
    UUID id = ids.next();
    PlannedConference planned =
        PlannedConference.called(
            id,
            command,
            words.sealDocument(
                file.childId(), PlannedConferences.CONTENT, id, command.invitation()),
            callers.current().staffId().orElseThrow(),
            now);
    entities.persist(planned);
    clocks.agree(
        file, file.ownerId().orElse(null), TaskKind.CASE_CONFERENCE, id, now, command.plannedFor());
    deeds.done(deed(file, planned, "case-conference-planned", now));
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/planned-conferences/" + id));
  }

  /**
   * To another time, and perhaps another place, with the same people.
   *
   * @param place where it meets from now on; null for none
   */
  public record Move(UUID id, long expectedVersion, Instant plannedFor, @Nullable String place) {}

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-past or conference-not-planned
   */
  @Transactional
  public PlannedConferences.Whole move(Move command) {
    PlannedConference planned = one(command.id());
    CaseFile file = desk.toChange(OPERATION, planned.caseId());
    Preconditions.check(command.expectedVersion(), planned.version());
    Instant now = clock.instant();
    if (command.plannedFor().isBefore(now)) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    Invitation invitation =
        new Invitation(conferences.open(file, planned).invitation().invited(), command.place());
    if (!planned.move(
        command.plannedFor(),
        words.sealDocument(file.childId(), PlannedConferences.CONTENT, planned.id(), invitation))) {
      throw new ProblemException(CaseProblem.CONFERENCE_NOT_PLANNED);
    }
    entities.flush();
    clocks.drop(file, TaskKind.CASE_CONFERENCE, planned.id());
    clocks.agree(
        file,
        file.ownerId().orElse(null),
        TaskKind.CASE_CONFERENCE,
        planned.id(),
        now,
        command.plannedFor());
    deeds.done(deed(file, planned, "case-conference-moved", now));
    return new PlannedConferences.Whole(planned, invitation);
  }

  /**
   * @throws ProblemException not-found, case-closed, stale or conference-not-planned
   */
  @Transactional
  public PlannedConferences.Whole cancel(UUID id, long expectedVersion) {
    PlannedConference planned = one(id);
    CaseFile file = desk.toChange(OPERATION, planned.caseId());
    Preconditions.check(expectedVersion, planned.version());
    if (!planned.cancel()) {
      throw new ProblemException(CaseProblem.CONFERENCE_NOT_PLANNED);
    }
    entities.flush();
    clocks.drop(file, TaskKind.CASE_CONFERENCE, id);
    deeds.done(deed(file, planned, "case-conference-cancelled", clock.instant()));
    return conferences.open(file, planned);
  }

  private PlannedConference one(UUID id) {
    return conferences.one(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private static Deed deed(CaseFile file, PlannedConference planned, String kind, Instant at) {
    return new Deed(
        file,
        OPERATION,
        kind,
        at,
        "planned-conference",
        planned.id(),
        planned.version(),
        List.of(planned.reason()));
  }
}
