package org.hifazat.cases.plan;

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
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.GoalProgressed;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Notes how far a goal of the plan in force has come. */
@ApplicationScoped
public class RecordGoalProgress {
  static final String NOTE = "goal_progress.note";
  private static final CaseOperation OPERATION = CaseOperation.RECORD_GOAL_PROGRESS;

  private final Session entities;
  private final CaseDesk desk;
  private final CasePlans plans;
  private final PlanWords planWords;
  private final SealedWords words;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordGoalProgress(
      Session entities,
      CaseDesk desk,
      CasePlans plans,
      PlanWords planWords,
      SealedWords words,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.plans = plans;
    this.planWords = planWords;
    this.words = words;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param level a code of list goal-progress
   */
  public record Command(
      UUID planId, UUID goalId, String level, Instant happenedAt, @Nullable String note) {}

  /**
   * @throws ProblemException not-found (also for a goal the plan does not have), case-closed,
   *     plan-not-in-force, code-unknown, in-the-future, before-the-case, or one of idempotent
   *     creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    CasePlan plan = plans.one(command.planId());
    CaseFile file = desk.toChange(OPERATION, plan.caseId());
    return creation.once(
        idempotencyKey, OPERATION.name(), command, () -> record(file, plan, command));
  }

  private Created record(CaseFile file, CasePlan plan, Command command) {
    if (planWords
        .open(file.childId(), plan)
        .goals()
        .noneMatch(goal -> goal.id().equals(command.goalId()))) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    if (!plan.isApproved()) {
      throw new ProblemException(CaseProblem.PLAN_NOT_IN_FORCE);
    }
    desk.requirePossible(file, command.happenedAt());
    codes.require(
        KarachiTime.day(command.happenedAt()),
        List.of(CodeLists.Use.of("goal-progress", command.level())));
    UUID id = ids.next();
    GoalProgress progress =
        GoalProgress.noticed(
            id,
            plan,
            command,
            words.seal(file.childId(), NOTE, id, command.note()),
            callers.current().staffId().orElseThrow(),
            clock.instant());
    entities.persist(progress);
    deeds.done(
        new Deed(
            file,
            OPERATION,
            "goal-progressed",
            command.happenedAt(),
            "goal-progress",
            id,
            0,
            List.of(command.level())),
        GoalProgressed.TYPE,
        new GoalProgressed(
            file.id(),
            file.districtCode(),
            file.unitId(),
            plan.id(),
            command.goalId(),
            command.level(),
            command.happenedAt()));
    return Created.now(id, URI.create("/v1/case-plans/" + plan.id()));
  }
}
