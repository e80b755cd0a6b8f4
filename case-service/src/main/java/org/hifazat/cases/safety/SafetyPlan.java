package org.hifazat.cases.safety;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.jspecify.annotations.Nullable;

/** One edition of what to do when danger comes; a new one replaces it. */
@Entity
@Table(name = "safety_plan")
public class SafetyPlan {
  private static final String IN_FORCE = "in-force";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private int edition;
  @Column private String state;
  @Column private byte[] content;

  @Column(name = "risk_level")
  private @Nullable String riskLevel;

  @Column(name = "review_on")
  private @Nullable LocalDate reviewOn;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected SafetyPlan() {}

  static SafetyPlan made(
      UUID id,
      CaseFile file,
      int edition,
      byte[] content,
      MakeSafetyPlan.Command command,
      UUID by,
      Instant recordedAt) {
    SafetyPlan plan = new SafetyPlan();
    plan.id = id;
    plan.caseId = file.id();
    plan.edition = edition;
    plan.state = IN_FORCE;
    plan.content = content;
    plan.riskLevel = file.riskLevel().map(RiskLevel::label).orElse(null);
    plan.reviewOn = command.reviewOn();
    plan.madeAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    plan.recordedBy = by;
    plan.recordedAt = recordedAt;
    return plan;
  }

  void replace() {
    state = "replaced";
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public int edition() {
    return edition;
  }

  public String state() {
    return state;
  }

  byte[] content() {
    return content;
  }

  public Optional<String> riskLevel() {
    return Optional.ofNullable(riskLevel);
  }

  public Optional<LocalDate> reviewOn() {
    return Optional.ofNullable(reviewOn);
  }

  public Instant madeAt() {
    return madeAt;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
