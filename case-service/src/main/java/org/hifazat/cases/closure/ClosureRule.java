package org.hifazat.cases.closure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.plan.PlanInForce;
import org.jspecify.annotations.Nullable;

/** What a reason for closing asks for from a day on; data, not code. */
@Entity
@Immutable
@Table(name = "closure_rule")
public class ClosureRule {
  private static final String TOO_YOUNG = "too-young";
  private static final int OLD_ENOUGH = 6;

  @Id private UUID id;

  private String code;

  @Column(name = "under_review_only")
  private boolean underReviewOnly;

  @Column(name = "chosen_by_worker")
  private boolean chosenByWorker;

  @Column(name = "max_risk")
  private @Nullable String maxRisk;

  @Column(name = "min_age")
  private @Nullable Integer minAge;

  @Column(name = "min_attempts")
  private int minAttempts;

  @Column(name = "min_attempt_days")
  private int minAttemptDays;

  @Column(name = "review_required")
  private boolean reviewRequired;

  @Column(name = "goals_reached")
  private boolean goalsReached;

  @Column(name = "post_closure_check")
  private boolean postClosureCheck;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private @Nullable LocalDate validTo;

  private String source;

  @SuppressWarnings("NullAway.Init")
  protected ClosureRule() {}

  /**
   * What stands in the case's record, and what was said.
   *
   * @param attempts recorded contacts at which nobody was found
   * @param reviewed whether somebody led a critical-incident review and what it found is there
   * @param childNotInformed why the child was not told; null when it was, or nobody said why
   */
  record Grounds(
      int ageYears,
      List<Instant> attempts,
      PlanInForce.Goals goals,
      boolean reviewed,
      boolean childInformed,
      @Nullable String childNotInformed) {}

  /** What is missing for this reason, as codes; empty when nothing is. */
  List<String> missing(CaseFile file, Grounds grounds) {
    int ageYears = grounds.ageYears();
    List<Instant> attempts = grounds.attempts();
    List<String> missing = new ArrayList<>();
    if (underReviewOnly && file.step() != CaseState.UNDER_REVIEW) {
      missing.add("review-of-plan-needed");
    }
    if (exceedsRisk(file)) {
      missing.add("risk-too-high");
    }
    if (minAge != null && ageYears < minAge) {
      missing.add("not-of-age");
    }
    if (attempts.size() < minAttempts) {
      missing.add("attempts-too-few");
    } else if (minAttempts > 0 && span(attempts).compareTo(Duration.ofDays(minAttemptDays)) < 0) {
      missing.add("attempts-too-close");
    }
    if (reviewRequired && !grounds.reviewed()) {
      missing.add("incident-review-needed");
    }
    if (goalsReached) {
      switch (grounds.goals()) {
        case NO_PLAN -> missing.add("approved-plan-needed");
        case OPEN -> missing.add("goals-not-reached");
        case REACHED -> {}
      }
    }
    if (!grounds.childInformed()) {
      whyNotTold(grounds).ifPresent(missing::add);
    }
    return missing;
  }

  /**
   * A child is told, up to five years simply: Caring for Child Survivors (IRC and UNICEF) asks for
   * the word of those from six on.
   */
  private static Optional<String> whyNotTold(Grounds grounds) {
    if (grounds.childNotInformed() == null) {
      return Optional.of("child-not-informed-why");
    }
    return grounds.childNotInformed().equals(TOO_YOUNG) && grounds.ageYears() >= OLD_ENOUGH
        ? Optional.of("child-old-enough")
        : Optional.empty();
  }

  /** Without any level nobody can say that the child is safe. */
  private boolean exceedsRisk(CaseFile file) {
    if (maxRisk == null) {
      return false;
    }
    Optional<RiskLevel> level = file.riskLevel();
    return level.isEmpty() || level.get().compareTo(RiskLevel.of(maxRisk)) > 0;
  }

  private static Duration span(List<Instant> attempts) {
    return Duration.between(
        attempts.stream().min(Instant::compareTo).orElseThrow(),
        attempts.stream().max(Instant::compareTo).orElseThrow());
  }

  public String code() {
    return code;
  }

  public boolean underReviewOnly() {
    return underReviewOnly;
  }

  boolean chosenByWorker() {
    return chosenByWorker;
  }

  public Optional<String> maxRisk() {
    return Optional.ofNullable(maxRisk);
  }

  public Optional<Integer> minAge() {
    return Optional.ofNullable(minAge);
  }

  public int minAttempts() {
    return minAttempts;
  }

  public int minAttemptDays() {
    return minAttemptDays;
  }

  public boolean reviewRequired() {
    return reviewRequired;
  }

  public boolean goalsReached() {
    return goalsReached;
  }

  public boolean postClosureCheck() {
    return postClosureCheck;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  Optional<LocalDate> validTo() {
    return Optional.ofNullable(validTo);
  }

  String source() {
    return source;
  }
}
