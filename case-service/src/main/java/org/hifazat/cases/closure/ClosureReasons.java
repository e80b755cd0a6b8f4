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
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;

/** Why cases end, and what each reason asks for. */
@ApplicationScoped
public class ClosureReasons {
  private static final String LIST = "closure-reason";

  private final Session entities;
  private final CodeLists codes;
  private final ChildDetails children;

  ClosureReasons(Session entities, CodeLists codes, ChildDetails children) {
    this.entities = entities;
    this.codes = codes;
    this.children = children;
  }

  /** A reason with its words and its rule. */
  public record Reason(CodeLists.Code code, ClosureRule rule) {}

  /** Those a worker may choose on that day, in the list's order. */
  @Transactional
  public List<Reason> chosenByWorkers(LocalDate day) {
    Map<String, ClosureRule> rules = new HashMap<>();
    entities
        .createQuery("from ClosureRule", ClosureRule.class)
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
    return Optional.ofNullable(entities.find(ClosureRule.class, reason))
        .filter(ClosureRule::chosenByWorker);
  }

  /**
   * @throws IllegalArgumentException when there is none
   */
  ClosureRule rule(String reason) {
    return Optional.ofNullable(entities.find(ClosureRule.class, reason))
        .orElseThrow(() -> new IllegalArgumentException("no such reason"));
  }

  /**
   * @throws ProblemException closure-rule, naming each thing that is missing
   */
  void refuseMissing(
      ClosureRule rule,
      CaseFiles.WithChild found,
      Instant at,
      List<Instant> attempts,
      boolean reviewed) {
    ChildParticulars child = children.open(found.child());
    int years =
        AgeBand.years(child.age().birthDate(), child.age().birthYear(), KarachiTime.day(at));
    List<String> missing = rule.missing(found.file(), years, attempts, reviewed);
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
