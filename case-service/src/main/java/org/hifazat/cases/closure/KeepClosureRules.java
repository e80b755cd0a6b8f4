package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.policy.LayDown;
import org.hifazat.platform.persistence.DatedRows;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The Commission lays down what each reason for closing asks for. What the guideline itself says of
 * a reason stays: a rule may ask for more, never for less.
 */
@ApplicationScoped
public class KeepClosureRules {
  private static final DatedRows.Table TABLE =
      new DatedRows.Table(
          "closure_rule",
          List.of("code"),
          List.of(
              "under_review_only",
              "chosen_by_worker",
              "max_risk",
              "min_age",
              "min_attempts",
              "min_attempt_days",
              "review_required",
              "goals_reached",
              "post_closure_check",
              "source"),
          false);

  private final Session entities;
  private final LayDown laying;

  KeepClosureRules(Session entities, LayDown laying) {
    this.entities = entities;
    this.laying = laying;
  }

  /**
   * What a reason asks for.
   *
   * @param maxRisk highest level of risk with which a case may end; null for any
   * @param minAttempts contacts at which nobody was found
   * @param minAttemptDays days between the first and the last of them
   */
  public record Asked(
      boolean underReviewOnly,
      @Nullable String maxRisk,
      @Nullable Integer minAge,
      int minAttempts,
      int minAttemptDays,
      boolean reviewRequired,
      boolean goalsReached,
      boolean postClosureCheck) {

    /** Names of what is asked for less than the floor does. */
    private List<String> below(Asked floor) {
      List<String> below = new ArrayList<>();
      if (floor.maxRisk() != null
          && (maxRisk == null
              || RiskLevel.of(maxRisk).compareTo(RiskLevel.of(floor.maxRisk())) > 0)) {
        below.add("/maxRisk");
      }
      if (floor.minAge() != null && (minAge == null || minAge < floor.minAge())) {
        below.add("/minAge");
      }
      if (minAttempts < floor.minAttempts()) {
        below.add("/minAttempts");
      }
      if (minAttemptDays < floor.minAttemptDays()) {
        below.add("/minAttemptDays");
      }
      if (floor.reviewRequired() && !reviewRequired) {
        below.add("/reviewRequired");
      }
      if (floor.goalsReached() && !goalsReached) {
        below.add("/goalsReached");
      }
      return below;
    }
  }

  /**
   * A rule as it was, is or will be.
   *
   * @param validTo first day another is asked for; null while nothing follows
   */
  public record Kept(
      String reason,
      Asked asked,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      String source) {}

  /** What no rule of this reason may ask less than, and who says so. */
  public record Floor(String reason, Asked asked, String source) {}

  /** All there were, by reason and day, and the version of that. */
  public record History(List<Kept> items, List<Floor> floors, long version) {}

  /** Of the reasons workers choose; what a merge or a transfer brings about asks for nothing. */
  @Transactional
  public History history() {
    List<Kept> items =
        entities
            .createQuery(
                "from ClosureRule where chosenByWorker order by code, validFrom", ClosureRule.class)
            .getResultStream()
            .map(KeepClosureRules::kept)
            .toList();
    return new History(items, floors(), laying.version(TABLE, Map.of()));
  }

  private static Kept kept(ClosureRule rule) {
    return new Kept(
        rule.code(),
        new Asked(
            rule.underReviewOnly(),
            rule.maxRisk().orElse(null),
            rule.minAge().orElse(null),
            rule.minAttempts(),
            rule.minAttemptDays(),
            rule.reviewRequired(),
            rule.goalsReached(),
            rule.postClosureCheck()),
        rule.validFrom(),
        rule.validTo().orElse(null),
        rule.source());
  }

  private List<Floor> floors() {
    return entities
        .createNativeQuery(
            """
            select code, max_risk, min_age, min_attempts, min_attempt_days, review_required, goals_reached, source
              from closure_floor order by code""",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new Floor(
                    (String) row[0],
                    new Asked(
                        false,
                        (String) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        (Boolean) row[5],
                        (Boolean) row[6],
                        false),
                    (String) row[7]))
        .toList();
  }

  /**
   * @throws ProblemException code-unknown, closure-rule-firm naming what is asked too little of,
   *     closure-attempts, policy-begun, or one of the preconditions
   */
  @Transactional
  public void keep(Kept kept, @Nullable String ifMatch) {
    refuseUnknown(kept.reason());
    Asked asked = kept.asked();
    if ((asked.minAttempts() < 2) != (asked.minAttemptDays() == 0)) {
      throw LayDown.refused(CaseProblem.CLOSURE_ATTEMPTS, "/minAttemptDays");
    }
    Optional<Floor> floor =
        floors().stream().filter(one -> one.reason().equals(kept.reason())).findFirst();
    List<String> below = floor.map(one -> asked.below(one.asked())).orElse(List.of());
    if (!below.isEmpty()) {
      throw new ProblemException(
          CaseProblem.CLOSURE_RULE_FIRM,
          below.stream()
              .map(field -> new Violation(field, CaseProblem.CLOSURE_RULE_FIRM.code()))
              .toList());
    }
    laying.lay(
        new LayDown.Change(
            CaseOperation.KEEP_CASE_POLICIES,
            TABLE,
            Map.of(),
            ifMatch,
            "closure-rule",
            kept.reason()),
        kept.validFrom(),
        row(kept));
  }

  /** A reason has its words first, and one that workers never choose asks for nothing. */
  private void refuseUnknown(String reason) {
    boolean known =
        entities
            .createNativeQuery(
                """
                select exists (select 1 from code_entry where list = 'closure-reason' and code = :code)
                   and not exists (select 1 from closure_rule where code = :code and not chosen_by_worker)""",
                Boolean.class)
            .setParameter("code", reason)
            .getSingleResult();
    if (!known) {
      throw LayDown.refused(CaseProblem.CODE_UNKNOWN, "/reason");
    }
  }

  private static Map<String, @Nullable String> row(Kept kept) {
    Asked asked = kept.asked();
    Map<String, @Nullable String> row = new HashMap<>();
    row.put("code", kept.reason());
    row.put("under_review_only", Boolean.toString(asked.underReviewOnly()));
    row.put("chosen_by_worker", "true");
    row.put("max_risk", asked.maxRisk());
    row.put("min_age", asked.minAge() == null ? null : asked.minAge().toString());
    row.put("min_attempts", Integer.toString(asked.minAttempts()));
    row.put("min_attempt_days", Integer.toString(asked.minAttemptDays()));
    row.put("review_required", Boolean.toString(asked.reviewRequired()));
    row.put("goals_reached", Boolean.toString(asked.goalsReached()));
    row.put("post_closure_check", Boolean.toString(asked.postClosureCheck()));
    row.put("source", kept.source());
    return row;
  }
}
