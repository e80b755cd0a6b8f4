package org.hifazat.cases.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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
import org.hifazat.cases.event.SafetyPlanMade;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes down what is done when danger comes; it replaces what was agreed on before. */
@ApplicationScoped
public class MakeSafetyPlan {
  private static final CaseOperation OPERATION = CaseOperation.MAKE_SAFETY_PLAN;

  private final Session entities;
  private final CaseDesk desk;
  private final SafetyPlans plans;
  private final SealedWords words;
  private final CaseClocks clocks;
  private final Event<PlanMade> made;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MakeSafetyPlan(
      Session entities,
      CaseDesk desk,
      SafetyPlans plans,
      SealedWords words,
      CaseClocks clocks,
      Event<PlanMade> made,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.plans = plans;
    this.words = words;
    this.clocks = clocks;
    this.made = made;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param happenedAt when it was agreed on with child and adults
   * @param reviewOn the day to look at it again
   */
  public record Command(
      UUID caseId, SafetyPlanContent content, Instant happenedAt, @Nullable LocalDate reviewOn) {}

  /** What was made, or made before by the same request. */
  public record Made(Created created, SafetyPlans.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-the-case, in-the-past,
   *     reason-needed, or one of idempotent creation
   */
  @Transactional
  public Made handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> make(file, command));
    SafetyPlan plan = entities.find(SafetyPlan.class, created.id());
    return new Made(created, plans.open(file, plan));
  }

  private Created make(CaseFile file, Command command) {
    refuseWhatCannotBe(file, command);
    entities.lock(file, LockModeType.PESSIMISTIC_WRITE);
    int edition = 1 + plans.inForce(file.id()).map(this::replaced).orElse(0);
    UUID id = ids.next();
    SafetyPlan plan =
        SafetyPlan.made(
            id,
            file,
            edition,
            words.sealDocument(file.childId(), SafetyPlans.CONTENT, id, command.content()),
            command,
            callers.current().staffId().orElseThrow(),
            clock.instant());
    entities.persist(plan);
    clocks.met(file, TaskKind.SAFETY_PLAN, command.happenedAt());
    clocks.met(file, TaskKind.SAFETY_PLAN_REVIEW, command.happenedAt());
    plan.reviewOn().ifPresent(day -> remind(file, plan, day));
    made.fire(new PlanMade(file, plan.madeAt()));
    tell(file, plan);
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/safety-plans/" + id));
  }

  private void refuseWhatCannotBe(CaseFile file, Command command) {
    desk.requirePossible(file, command.happenedAt());
    LocalDate review = command.reviewOn();
    if (review != null && review.isBefore(KarachiTime.day(clock.instant()))) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    if (command.content().lacksItsReason()) {
      throw new ProblemException(CaseProblem.REASON_NEEDED);
    }
  }

  /** One in force at a time: the former leaves before the next enters. */
  private int replaced(SafetyPlan former) {
    former.replace();
    entities.flush();
    return former.edition();
  }

  private void remind(CaseFile file, SafetyPlan plan, LocalDate day) {
    clocks.agree(
        file,
        file.ownerId().orElse(null),
        TaskKind.SAFETY_PLAN_REVIEW,
        plan.id(),
        plan.madeAt(),
        CaseClocks.endOf(day));
  }

  private void tell(CaseFile file, SafetyPlan plan) {
    deeds.done(
        new Deed(
            file,
            OPERATION,
            "safety-plan-made",
            plan.madeAt(),
            "safety-plan",
            plan.id(),
            0,
            List.of("edition-" + plan.edition())),
        SafetyPlanMade.TYPE,
        new SafetyPlanMade(
            file.id(),
            file.districtCode(),
            file.unitId(),
            plan.id(),
            plan.edition(),
            plan.riskLevel().orElse(null),
            plan.madeAt()));
  }
}
