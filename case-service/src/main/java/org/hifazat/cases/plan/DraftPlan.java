package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes the next edition of a case's plan, while it is a draft. */
@ApplicationScoped
public class DraftPlan {
  private static final CaseOperation OPERATION = CaseOperation.CHANGE_CASE_PLAN;

  private final Session entities;
  private final CaseDesk desk;
  private final CasePlans plans;
  private final PlanChecks checks;
  private final PlanWords words;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  DraftPlan(
      Session entities,
      CaseDesk desk,
      CasePlans plans,
      PlanChecks checks,
      PlanWords words,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.plans = plans;
    this.checks = checks;
    this.words = words;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  public record Begin(UUID caseId, PlanContent content) {}

  /**
   * @param expectedVersion from If-Match
   */
  public record Change(UUID planId, long expectedVersion, PlanContent content) {}

  /** What was made, or made before by the same request. */
  public record Drafted(Created created, CasePlan plan) {}

  /**
   * @throws ProblemException not-found, case-closed, plan-open-already, what {@link PlanChecks}
   *     refuses, or one of idempotent creation
   */
  @Transactional
  public Drafted begin(Begin command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        creation.once(idempotencyKey, OPERATION.name(), command, () -> begin(file, command));
    return new Drafted(created, plans.one(created.id()));
  }

  private Created begin(CaseFile file, Begin command) {
    checks.refuseWhatCannotBe(file, command.content());
    // Two people beginning at once: the second waits and then finds the first one's draft.
    entities.lock(file, LockModeType.PESSIMISTIC_WRITE);
    if (plans.open(file.id()).isPresent()) {
      throw new ProblemException(CaseProblem.PLAN_OPEN_ALREADY);
    }
    Instant now = clock.instant();
    UUID id = ids.next();
    CasePlan plan =
        CasePlan.drafted(
            id,
            file.id(),
            plans.nextEdition(file.id()),
            words.seal(file.childId(), id, command.content()),
            callers.current().staffId().orElseThrow(),
            now);
    entities.persist(plan);
    deeds.done(deed(file, plan, "case-plan-drafted", now));
    return Created.now(id, URI.create("/v1/case-plans/" + id));
  }

  /**
   * @throws ProblemException not-found, stale, plan-frozen, or what {@link PlanChecks} refuses
   */
  @Transactional
  public CasePlan change(Change command) {
    CasePlan plan = plans.one(command.planId());
    CaseFile file = desk.toChange(OPERATION, plan.caseId());
    Preconditions.check(command.expectedVersion(), plan.version());
    checks.refuseWhatCannotBe(file, command.content());
    Instant now = clock.instant();
    if (!plan.change(words.seal(file.childId(), plan.id(), command.content()), now)) {
      throw new ProblemException(CaseProblem.PLAN_FROZEN);
    }
    entities.flush();
    deeds.done(deed(file, plan, "case-plan-changed", now));
    return plan;
  }

  /**
   * Throws a draft away; the plan in force stays.
   *
   * @throws ProblemException not-found, stale or plan-frozen
   */
  @Transactional
  public void discard(UUID planId, long expectedVersion) {
    CasePlan plan = plans.one(planId);
    CaseFile file = desk.toChange(OPERATION, plan.caseId());
    Preconditions.check(expectedVersion, plan.version());
    if (!plan.discard()) {
      throw new ProblemException(CaseProblem.PLAN_FROZEN);
    }
    entities.flush();
    deeds.done(deed(file, plan, "case-plan-discarded", clock.instant()));
  }

  private static Deed deed(CaseFile file, CasePlan plan, String kind, Instant at) {
    return new Deed(
        file,
        OPERATION,
        kind,
        at,
        "case-plan",
        plan.id(),
        plan.version(),
        List.of("edition-" + plan.edition()));
  }
}
