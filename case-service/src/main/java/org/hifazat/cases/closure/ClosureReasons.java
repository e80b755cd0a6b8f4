package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.followup.FollowUps;
import org.hifazat.cases.plan.PlanInForce;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** Why cases end, and what each reason asks for. */
@ApplicationScoped
public class ClosureReasons {
  private static final String LIST = "closure-reason";

  private final Session entities;
  private final CodeLists codes;
  private final ChildDetails children;
  private final PlanInForce plans;
  private final FollowUps contacts;

  ClosureReasons(
      Session entities,
      CodeLists codes,
      ChildDetails children,
      PlanInForce plans,
      FollowUps contacts) {
    this.entities = entities;
    this.codes = codes;
    this.children = children;
    this.plans = plans;
    this.contacts = contacts;
  }

  /** A reason with its words and its rule. */
  public record Reason(CodeLists.Code code, ClosureRule rule) {}

  /** Those a worker may choose on that day, in the list's order. */
  @Transactional
  public List<Reason> chosenByWorkers(LocalDate day) {
    Map<String, ClosureRule> rules = new HashMap<>();
    entities
        .createQuery(
            "from ClosureRule where validFrom <= :day order by validFrom", ClosureRule.class)
        .setParameter("day", day)
        .getResultList()
        .forEach(rule -> rules.put(rule.code(), rule));
    return codes.codes(LIST, day).stream()
        .flatMap(
            code ->
                Optional.ofNullable(rules.get(code.code()))
                    .filter(ClosureRule::chosenByWorker)
                    .map(rule -> new Reason(code, rule))
                    .stream())
        .toList();
  }

  /** Empty when there is no such reason on that day, or no worker may choose it. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<ClosureRule> chosenByWorkers(String reason, LocalDate day) {
    if (!codes.listsWithInvalidCodes(day, List.of(CodeLists.Use.of(LIST, reason))).isEmpty()) {
      return Optional.empty();
    }
    return of(reason).stream()
        .filter(rule -> !rule.validFrom().isAfter(day))
        .findFirst()
        .filter(ClosureRule::chosenByWorker);
  }

  /**
   * The rule of that day; of a case that ended before there were any, the first.
   *
   * @throws IllegalArgumentException when there is none
   */
  ClosureRule rule(String reason, Instant at) {
    LocalDate day = KarachiTime.day(at);
    List<ClosureRule> rules = of(reason);
    return rules.stream()
        .filter(rule -> !rule.validFrom().isAfter(day))
        .findFirst()
        .or(() -> rules.reversed().stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException("no such reason"));
  }

  /** Last laid down first. */
  private List<ClosureRule> of(String reason) {
    return entities
        .createQuery(
            "from ClosureRule where code = :code order by validFrom desc", ClosureRule.class)
        .setParameter("code", reason)
        .getResultList();
  }

  /**
   * What whoever proposes it says; the rest stands in the record.
   *
   * @param childNotInformed why the child was not told
   */
  record Said(boolean reviewed, boolean childInformed, @Nullable String childNotInformed) {}

  /** Recorded contacts of the running episode at which nobody was found. */
  List<Instant> attempts(CaseFile file) {
    return contacts.nobodyFoundSince(file.id(), file.episodeOpenedAt());
  }

  /**
   * @throws ProblemException closure-rule, naming each thing that is missing
   */
  void refuseMissing(ClosureRule rule, CaseFiles.WithChild found, Instant at, Said said) {
    ChildParticulars child = children.open(found.child());
    int years =
        AgeBand.years(child.age().birthDate(), child.age().birthYear(), KarachiTime.day(at));
    CaseFile file = found.file();
    List<String> missing =
        rule.missing(
            file,
            new ClosureRule.Grounds(
                years,
                rule.minAttempts() == 0 ? List.of() : attempts(file),
                rule.goalsReached() ? plans.goals(file) : PlanInForce.Goals.NO_PLAN,
                said.reviewed(),
                said.childInformed(),
                said.childNotInformed()));
    if (!missing.isEmpty()) {
      throw new ProblemException(
          CaseProblem.CLOSURE_RULE,
          missing.stream().map(code -> new Violation("/reason", code)).toList());
    }
  }

  boolean isProposed(UUID caseId) {
    return proposed(caseId).isPresent();
  }

  Optional<CaseClosure> proposed(UUID caseId) {
    return entities
        .createQuery(
            "from CaseClosure where caseId = :case and state = 'proposed'", CaseClosure.class)
        .setParameter("case", caseId)
        .getResultStream()
        .findFirst();
  }
}
