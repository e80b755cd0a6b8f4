package org.hifazat.cases.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.access.Guarded;
import org.jspecify.annotations.Nullable;

/** A case: one child, the unit responsible, its owner, and where it stands. */
@Entity
@Table(name = "case_file")
public class CaseFile implements Guarded {
  @Id private UUID id;
  @Column private String number;

  @Column(name = "child_id")
  private UUID childId;

  @Column(name = "concern_report_id")
  private @Nullable UUID concernReportId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "district_code")
  private String districtCode;

  @Column(name = "owner_id")
  private @Nullable UUID ownerId;

  @Column private String state;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> concerns;

  @Column(name = "risk_level")
  private @Nullable String riskLevel;

  @Column(name = "risk_set_at")
  private @Nullable Instant riskSetAt;

  @Column(name = "risk_assessment_id")
  private @Nullable UUID riskAssessmentId;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column private int episode;

  @Column(name = "episode_opened_at")
  private @Nullable Instant episodeOpenedAt;

  @Column(name = "state_since")
  private @Nullable Instant stateSince;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @Column(name = "owned_since")
  private @Nullable Instant ownedSince;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "member_ids")
  private List<UUID> memberIds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "named_ids")
  private @Nullable List<UUID> namedIds;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseFile() {}

  static CaseFile opened(
      UUID id,
      String number,
      UUID childId,
      OpenCase.Command command,
      @Nullable UUID ownerId,
      Instant recordedAt) {
    CaseFile file = new CaseFile();
    file.id = id;
    file.number = number;
    file.childId = childId;
    file.concernReportId = command.concernReportId();
    file.unitId = command.unitId();
    file.districtCode = command.districtCode();
    file.ownerId = ownerId;
    file.state = CaseState.IDENTIFIED.label();
    file.episode = 1;
    file.concerns = List.copyOf(command.concerns());
    file.memberIds = List.of();
    file.openedAt = command.openedAt().truncatedTo(ChronoUnit.MICROS);
    file.recordedAt = recordedAt;
    return file;
  }

  /** What an assessment's level does to the case. */
  public sealed interface RiskOutcome {
    record Raised(Optional<RiskLevel> previous) implements RiskOutcome {}

    record Confirmed() implements RiskOutcome {}

    /** Lowering needs a supervisor and a reason; the level stays until then. */
    record LoweringNeedsSupervisor(RiskLevel current) implements RiskOutcome {}

    /** The case is closed, or the assessment is from before it was reopened: kept, no more. */
    record NotOfThisEpisode() implements RiskOutcome {}
  }

  /**
   * Raising is free. The level is all an assessment sets: the step to assessed is somebody's own,
   * behind its gates.
   */
  public RiskOutcome assessed(RiskLevel level, UUID assessmentId, Instant at) {
    if (isClosed() || (episodeOpenedAt != null && at.isBefore(episodeOpenedAt))) {
      return new RiskOutcome.NotOfThisEpisode();
    }
    Optional<RiskLevel> current = riskLevel();
    if (current.isPresent() && level.lowerThan(current.get())) {
      return new RiskOutcome.LoweringNeedsSupervisor(current.get());
    }
    if (current.isPresent() && current.get() == level) {
      // Paper catches up: an older assessment that arrives late confirms nothing newer.
      if (riskSetAt == null || at.isAfter(riskSetAt)) {
        riskSetAt = at;
        riskAssessmentId = assessmentId;
      }
      return new RiskOutcome.Confirmed();
    }
    riskLevel = level.label();
    riskSetAt = at;
    riskAssessmentId = assessmentId;
    return new RiskOutcome.Raised(current);
  }

  /** A step that leaves the case open; whether it may be taken was asked before. */
  public void moveTo(CaseState next, Instant at) {
    if (isClosed() || next == CaseState.CLOSED) {
      throw new IllegalStateException("closing and reopening are steps of their own");
    }
    state = next.label();
    stateSince = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Ends the episode. Risk and particulars stay as they were. */
  public void close(Instant at) {
    state = CaseState.CLOSED.label();
    stateSince = at.truncatedTo(ChronoUnit.MICROS);
    closedAt = stateSince;
  }

  /**
   * Begins the next episode under the same number. It has no risk level until it is assessed: what
   * an earlier episode ended with says nothing of today.
   */
  public void reopen(Instant at) {
    if (!isClosed()) {
      throw new IllegalStateException("only a closed case is reopened");
    }
    state = CaseState.IDENTIFIED.label();
    stateSince = at.truncatedTo(ChronoUnit.MICROS);
    closedAt = null;
    episode++;
    episodeOpenedAt = stateSince;
    riskLevel = null;
    riskSetAt = null;
    riskAssessmentId = null;
  }

  /**
   * A supervisor follows an assessment that says less.
   *
   * @return the level before
   * @throws IllegalStateException when that would not lower it
   */
  public RiskLevel lower(RiskLevel level, UUID assessmentId, Instant at) {
    RiskLevel before = riskLevel().orElseThrow();
    if (!level.lowerThan(before)) {
      throw new IllegalStateException("not lower");
    }
    riskLevel = level.label();
    riskSetAt = at.truncatedTo(ChronoUnit.MICROS);
    riskAssessmentId = assessmentId;
    return before;
  }

  /**
   * What another case had raised it to says nothing of it any more.
   *
   * @param level null when it had none
   */
  public void riskAsBefore(
      @Nullable RiskLevel level, @Nullable UUID assessmentId, @Nullable Instant setAt) {
    riskLevel = level == null ? null : level.label();
    riskAssessmentId = assessmentId;
    riskSetAt = setAt;
  }

  /** Somebody else is responsible from then on. */
  public void giveTo(UUID owner, Instant at) {
    ownerId = owner;
    ownedSince = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** Who works on it besides the owner. */
  public void workOn(List<UUID> members) {
    memberIds = List.copyOf(members);
  }

  /** Nobody else may know of it from now on. */
  public void sealFor(List<UUID> named) {
    namedIds = List.copyOf(named);
  }

  public void unseal() {
    namedIds = null;
  }

  @Override
  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public UUID childId() {
    return childId;
  }

  public Optional<UUID> concernReportId() {
    return Optional.ofNullable(concernReportId);
  }

  @Override
  public UUID unitId() {
    return unitId;
  }

  public String districtCode() {
    return districtCode;
  }

  @Override
  public Optional<UUID> ownerId() {
    return Optional.ofNullable(ownerId);
  }

  /** Since when the owner has it. */
  public Instant ownedSince() {
    return ownedSince == null ? openedAt : ownedSince;
  }

  @Override
  public List<UUID> memberIds() {
    return memberIds;
  }

  @Override
  public Optional<List<UUID>> namedIds() {
    return Optional.ofNullable(namedIds);
  }

  public String state() {
    return state;
  }

  public CaseState step() {
    return CaseState.of(state);
  }

  public boolean isClosed() {
    return state.equals(CaseState.CLOSED.label());
  }

  /** From 1; reopening begins the next. */
  public int episode() {
    return episode;
  }

  /** When this episode began; its clocks run from here. */
  /** Since when the running episode runs, when it is not the first. */
  public Optional<Instant> reopenedAt() {
    return Optional.ofNullable(episodeOpenedAt);
  }

  public Instant episodeOpenedAt() {
    return episodeOpenedAt == null ? openedAt : episodeOpenedAt;
  }

  /** When the last step happened. */
  public Instant stateSince() {
    return stateSince == null ? openedAt : stateSince;
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public List<String> concerns() {
    return concerns;
  }

  public Optional<RiskLevel> riskLevel() {
    return Optional.ofNullable(riskLevel).map(RiskLevel::of);
  }

  public Optional<Instant> riskSetAt() {
    return Optional.ofNullable(riskSetAt);
  }

  public Optional<UUID> riskAssessmentId() {
    return Optional.ofNullable(riskAssessmentId);
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
