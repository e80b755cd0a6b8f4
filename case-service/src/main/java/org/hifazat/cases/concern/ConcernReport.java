package org.hifazat.cases.concern;

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
import org.jspecify.annotations.Nullable;

/** A report that a child may be at risk. It waits until somebody of the unit has triaged it. */
@Entity
@Table(name = "concern_report")
public class ConcernReport {
  static final String WAITING = "waiting";
  static final String TRIAGED = "triaged";
  static final String OPEN_CASE = "open-case";
  static final String JOIN_CASE = "join-case";
  static final String REFER_ON = "refer-on";
  static final String NO_CONCERN = "no-concern";

  @Id private UUID id;
  @Column private String channel;

  @Column(name = "district_code")
  private String districtCode;

  @Column(name = "unit_id")
  private @Nullable UUID unitId;

  @Column private String urgency;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> concerns;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "taken_by")
  private UUID takenBy;

  @Column(name = "reporter_kind")
  private String reporterKind;

  @Column(name = "reporter_name")
  private byte @Nullable [] reporterName;

  @Column(name = "reporter_phone")
  private byte @Nullable [] reporterPhone;

  @Column(name = "reporter_relation")
  private @Nullable String reporterRelation;

  @Column private byte[] narrative;

  @Column(name = "hint_name")
  private byte @Nullable [] hintName;

  @Column(name = "hint_sex")
  private @Nullable String hintSex;

  @Column(name = "hint_age_years")
  private @Nullable Short hintAgeYears;

  @Column(name = "hint_place")
  private byte @Nullable [] hintPlace;

  @Column private byte @Nullable [] place;
  @Column private byte @Nullable [] tehsil;

  @Column(name = "union_council")
  private byte @Nullable [] unionCouncil;

  @Column private String state;
  @Column private @Nullable String decision;

  @Column(name = "decision_reason")
  private byte @Nullable [] decisionReason;

  @Column(name = "triaged_at")
  private @Nullable Instant triagedAt;

  @Column(name = "triage_recorded_at")
  private @Nullable Instant triageRecordedAt;

  @Column(name = "triaged_by")
  private @Nullable UUID triagedBy;

  @Column(name = "case_id")
  private @Nullable UUID caseId;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "commission_at")
  private Instant commissionAt;

  @Column(name = "escalated_at", insertable = false, updatable = false)
  private @Nullable Instant escalatedAt;

  @Column(name = "commission_told_at", insertable = false, updatable = false)
  private @Nullable Instant commissionToldAt;

  @Column(name = "follow_up_due")
  private @Nullable Instant followUpDue;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected ConcernReport() {}

  /** The report's own words, already encrypted. */
  record SealedWords(
      byte[] narrative,
      byte @Nullable [] reporterName,
      byte @Nullable [] reporterPhone,
      byte @Nullable [] hintName,
      byte @Nullable [] hintPlace,
      SealedPlace where) {}

  /** Where it happens, already encrypted. */
  record SealedPlace(
      byte @Nullable [] place, byte @Nullable [] tehsil, byte @Nullable [] unionCouncil) {}

  @SuppressWarnings("NullAway.Init")
  static ConcernReport received(
      UUID id,
      RecordConcernReport.Command command,
      Optional<UUID> unitId,
      UUID takenBy,
      Instant recordedAt,
      TriageClock.Due due,
      SealedWords words) {
    ConcernReport report = new ConcernReport();
    report.id = id;
    report.channel = command.channel();
    report.districtCode = command.districtCode();
    report.unitId = unitId.orElse(null);
    report.urgency = command.urgency();
    report.concerns = List.copyOf(command.concerns());
    report.receivedAt = command.receivedAt().truncatedTo(ChronoUnit.MICROS);
    report.recordedAt = recordedAt;
    report.takenBy = takenBy;
    report.reporterKind = command.reporter().kind();
    report.reporterRelation = command.reporter().relation();
    report.hintSex = command.childHint().sex();
    Integer age = command.childHint().ageYears();
    report.hintAgeYears = age == null ? null : age.shortValue();
    report.narrative = words.narrative();
    report.reporterName = words.reporterName();
    report.reporterPhone = words.reporterPhone();
    report.hintName = words.hintName();
    report.hintPlace = words.hintPlace();
    report.place = words.where().place();
    report.tehsil = words.where().tehsil();
    report.unionCouncil = words.where().unionCouncil();
    report.state = WAITING;
    report.dueAt = due.dueAt();
    report.commissionAt = due.commissionAt();
    return report;
  }

  /** Who decides, when it was decided, and when that was entered. */
  record Deciding(UUID by, Instant at, Instant recorded) {}

  Triage becomesCase(UUID newCaseId, UUID unit, Deciding deciding) {
    Triage outcome = decide(OPEN_CASE, deciding);
    if (outcome instanceof Triage.Decided) {
      caseId = newCaseId;
      unitId = unit;
    }
    return outcome;
  }

  Triage joins(UUID existingCaseId, UUID unit, byte @Nullable [] reason, Deciding deciding) {
    Triage outcome = decide(JOIN_CASE, deciding);
    if (outcome instanceof Triage.Decided) {
      caseId = existingCaseId;
      unitId = unit;
      decisionReason = reason;
    }
    return outcome;
  }

  Triage isReferredOn(UUID unit, Instant askAgainAt, byte @Nullable [] reason, Deciding deciding) {
    Triage outcome = decide(REFER_ON, deciding);
    if (outcome instanceof Triage.Decided) {
      unitId = unit;
      followUpDue = askAgainAt;
      decisionReason = reason;
    }
    return outcome;
  }

  Triage isNoConcern(byte @Nullable [] reason, Deciding deciding) {
    Triage outcome = decide(NO_CONCERN, deciding);
    if (outcome instanceof Triage.Decided) {
      decisionReason = reason;
    }
    return outcome;
  }

  private Triage decide(String what, Deciding deciding) {
    if (state.equals(TRIAGED)) {
      return new Triage.AlreadyTriaged();
    }
    // The database keeps microseconds; a finer instant would fall before its own rounding.
    Instant time = deciding.at().truncatedTo(ChronoUnit.MICROS);
    if (time.isBefore(receivedAt)) {
      return new Triage.BeforeItWasReceived();
    }
    state = TRIAGED;
    decision = what;
    triagedAt = time;
    triageRecordedAt = deciding.recorded();
    triagedBy = deciding.by();
    return new Triage.Decided();
  }

  /** The body it was given to looks after it: nothing is left to ask. */
  void wasTakenUp() {
    followUpDue = null;
  }

  /** Nobody looks after it: it stands in the queue again, and the first triage is history. */
  void waitsAgain(TriageClock.Due due) {
    state = WAITING;
    decision = null;
    decisionReason = null;
    triagedAt = null;
    triageRecordedAt = null;
    triagedBy = null;
    followUpDue = null;
    dueAt = due.dueAt();
    commissionAt = due.commissionAt();
  }

  public UUID id() {
    return id;
  }

  public String channel() {
    return channel;
  }

  public String districtCode() {
    return districtCode;
  }

  public Optional<UUID> unitId() {
    return Optional.ofNullable(unitId);
  }

  public String urgency() {
    return urgency;
  }

  public List<String> concerns() {
    return concerns;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public UUID takenBy() {
    return takenBy;
  }

  public String reporterKind() {
    return reporterKind;
  }

  public @Nullable String reporterRelation() {
    return reporterRelation;
  }

  SealedWords words() {
    return new SealedWords(
        narrative,
        reporterName,
        reporterPhone,
        hintName,
        hintPlace,
        new SealedPlace(place, tehsil, unionCouncil));
  }

  byte @Nullable [] decisionReason() {
    return decisionReason;
  }

  public @Nullable String hintSex() {
    return hintSex;
  }

  public @Nullable Integer hintAgeYears() {
    return hintAgeYears == null ? null : hintAgeYears.intValue();
  }

  public String state() {
    return state;
  }

  public Optional<String> decision() {
    return Optional.ofNullable(decision);
  }

  public Optional<Instant> triagedAt() {
    return Optional.ofNullable(triagedAt);
  }

  /** Whether it was triaged when it had to be. */
  boolean inTime() {
    return triagedAt != null && !triagedAt.isAfter(dueAt);
  }

  public Instant dueAt() {
    return dueAt;
  }

  public Optional<Instant> escalatedAt() {
    return Optional.ofNullable(escalatedAt);
  }

  public Optional<Instant> commissionToldAt() {
    return Optional.ofNullable(commissionToldAt);
  }

  /** When somebody asks the body it was referred on to; empty when nothing is left to ask. */
  public Optional<Instant> followUpDue() {
    return Optional.ofNullable(followUpDue);
  }

  /** Whether who told us is known and shown to the supervisor alone. */
  boolean isReporterProtected() {
    return reporterKind.equals(Reporter.PROTECTED);
  }

  public Optional<UUID> caseId() {
    return Optional.ofNullable(caseId);
  }

  public long version() {
    return version;
  }
}
