package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casework.Actor;
import org.hifazat.cases.casework.AgreedAction;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.persistence.IdSource;

/**
 * What a worker took after an assessment stands in the next draft of the plan, for the worker to
 * put into words with the child. While a plan waits for approval it is frozen: then it waits, too.
 */
@ApplicationScoped
class TakenResponses {
  private static final int MOST_ACTIONS = 10;
  private static final int MOST_GOALS = 5;
  private static final int MOST_PROBLEMS = 10;

  private static final String WAITING =
      """
      select action_id, assessment_id, purpose, response, language, due_on, taken_by
        from taken_response where case_id = ?1 and placed_in is null order by taken_at, action_id
      """;

  private final Session entities;
  private final CaseFiles files;
  private final CasePlans plans;
  private final PlanWords words;
  private final CodeLists codes;
  private final Deeds deeds;
  private final IdSource ids;
  private final Clock clock;

  TakenResponses(
      Session entities,
      CaseFiles files,
      CasePlans plans,
      PlanWords words,
      CodeLists codes,
      Deeds deeds,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.plans = plans;
    this.words = words;
    this.codes = codes;
    this.deeds = deeds;
    this.ids = ids;
    this.clock = clock;
  }

  private record Taken(
      UUID action,
      UUID assessment,
      String purpose,
      String response,
      String language,
      LocalDate dueOn,
      UUID by) {

    static Taken of(Object[] row) {
      return new Taken(
          (UUID) row[0],
          (UUID) row[1],
          (String) row[2],
          (String) row[3],
          (String) row[4],
          (LocalDate) row[5],
          (UUID) row[6]);
    }
  }

  /** Writes what waits into the draft; begins one from the plan in force when there is none. */
  @Transactional(Transactional.TxType.MANDATORY)
  void placeWaiting(UUID caseId) {
    List<Taken> waiting = waiting(caseId);
    Optional<CaseFile> found = files.withinReach(caseId).filter(file -> !file.isClosed());
    if (waiting.isEmpty() || found.isEmpty()) {
      return;
    }
    CaseFile file = found.get();
    // Two that begin a draft at once: the second waits and then finds the first one's.
    entities.lock(file, LockModeType.PESSIMISTIC_WRITE);
    Optional<CasePlan> open = plans.open(caseId);
    if (open.isPresent() && !open.get().isDraft()) {
      return;
    }
    UUID plan =
        open.map(draft -> change(file, draft, waiting)).orElseGet(() -> begin(file, waiting));
    waiting.forEach(taken -> placed(taken, plan));
  }

  private List<Taken> waiting(UUID caseId) {
    return entities
        .createNativeQuery(WAITING, Object[].class)
        .addScalar("action_id", UUID.class)
        .addScalar("assessment_id", UUID.class)
        .addScalar("purpose", String.class)
        .addScalar("response", String.class)
        .addScalar("language", String.class)
        .addScalar("due_on", LocalDate.class)
        .addScalar("taken_by", UUID.class)
        .setParameter(1, caseId)
        .getResultStream()
        .map(Taken::of)
        .toList();
  }

  private UUID change(CaseFile file, CasePlan draft, List<Taken> taken) {
    Instant now = clock.instant();
    PlanContent content = with(words.open(file.childId(), draft), taken, now);
    draft.change(words.seal(file.childId(), draft.id(), content), now);
    entities.flush();
    tell(file, draft, "case-plan-changed", now);
    return draft.id();
  }

  private UUID begin(CaseFile file, List<Taken> taken) {
    Instant now = clock.instant();
    List<PlanContent.Problem> problems =
        plans
            .inForce(file.id())
            .map(plan -> words.open(file.childId(), plan).problems())
            .orElse(List.of());
    PlanContent content = with(new PlanContent(problems, null, null), taken, now);
    UUID id = ids.next();
    CasePlan draft =
        CasePlan.drafted(
            id,
            file.id(),
            plans.nextEdition(file.id()),
            words.seal(file.childId(), id, content),
            taken.getFirst().by(),
            now);
    entities.persist(draft);
    entities.flush();
    tell(file, draft, "case-plan-drafted", now);
    return id;
  }

  private void tell(CaseFile file, CasePlan plan, String kind, Instant at) {
    deeds.done(
        new Deed(
            file,
            CaseOperation.CHANGE_CASE_PLAN,
            kind,
            at,
            "case-plan",
            plan.id(),
            plan.version(),
            List.of("edition-" + plan.edition())));
  }

  private void placed(Taken taken, UUID plan) {
    entities
        .createNativeMutationQuery("update taken_response set placed_in = ?2 where action_id = ?1")
        .setParameter(1, taken.action())
        .setParameter(2, plan)
        .executeUpdate();
  }

  /** One problem for each assessment; its goal is what the worker and the child agree on. */
  private PlanContent with(PlanContent content, List<Taken> waiting, Instant now) {
    List<PlanContent.Problem> problems = new ArrayList<>(content.problems());
    for (Taken taken : waiting) {
      int place = place(problems, taken, now);
      PlanContent.Problem problem = problems.get(place);
      problems.set(
          place,
          new PlanContent.Problem(
              problem.id(), problem.words(), with(problem.goals(), taken, now)));
    }
    return new PlanContent(problems, content.child(), content.caregiver());
  }

  private int place(List<PlanContent.Problem> problems, Taken taken, Instant now) {
    for (int i = 0; i < problems.size(); i++) {
      if (problems.get(i).id().equals(taken.assessment())) {
        return i;
      }
    }
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(
          new PlanContent.Problem(
              taken.assessment(),
              name("assessment-purpose", taken.purpose(), taken, now),
              List.of()));
    }
    return problems.size() - 1;
  }

  private List<PlanContent.Goal> with(List<PlanContent.Goal> before, Taken taken, Instant now) {
    List<PlanContent.Goal> goals = new ArrayList<>(before);
    boolean full = goals.isEmpty() || goals.getLast().actions().size() >= MOST_ACTIONS;
    if (full && goals.size() < MOST_GOALS) {
      goals.add(
          new PlanContent.Goal(
              ids.next(), name("plan-goal", "to-be-agreed", taken, now), List.of()));
    }
    PlanContent.Goal goal = goals.removeLast();
    List<AgreedAction> actions = new ArrayList<>(goal.actions());
    actions.add(
        new AgreedAction(
            taken.action(),
            name("response", taken.response(), taken, now),
            new Actor("staff", taken.by(), null, null),
            taken.dueOn()));
    goals.add(new PlanContent.Goal(goal.id(), goal.words(), actions));
    return goals;
  }

  /** As the list names it; a code of a later version of the library stands for itself. */
  private String name(String list, String code, Taken taken, Instant now) {
    return codes.codes(list, KarachiTime.day(now)).stream()
        .filter(entry -> entry.code().equals(code))
        .map(
            entry ->
                switch (taken.language()) {
                  case "ur" -> entry.nameUr();
                  case "ps" -> entry.namePs();
                  default -> entry.nameEn();
                })
        .findFirst()
        .orElse(code);
  }
}
