package org.hifazat.cases.closure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseState;
import org.hifazat.cases.casefile.RiskLevel;
import org.jspecify.annotations.Nullable;

/** What a reason for closing asks for; data, not code. */
@Entity
@Immutable
@Table(name = "closure_rule")
public class ClosureRule {
  @Id private String code;

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

  @Column(name = "post_closure_check")
  private boolean postClosureCheck;

  @SuppressWarnings("NullAway.Init")
  protected ClosureRule() {}

  /** What is missing for this reason, as codes; empty when nothing is. */
  List<String> missing(CaseFile file, int ageYears, List<Instant> attempts, boolean reviewed) {
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
    if (reviewRequired && !reviewed) {
      missing.add("incident-review-needed");
    }
    return missing;
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

  public boolean postClosureCheck() {
    return postClosureCheck;
  }
}
