package org.hifazat.assessment.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.completed.Circumstances;
import org.hifazat.assessment.completed.ConductAssessment;
import org.hifazat.assessment.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** An assessment that is being conducted. What was answered is encrypted, and gone when it ends. */
@Entity
@Table(name = "assessment_draft")
public class Draft {

  static final String OPEN = "open";
  static final String COMPLETED = "completed";
  static final String DISCARDED = "discarded";

  /** The cipher's names of its columns. */
  static final String ANSWERS = "assessment_draft.answers";

  static final String DISCARD_REASON = "assessment_draft.discard_reason";

  @Id
  @Column(name = "id")
  private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "instrument_id")
  private String instrumentId;

  @Column(name = "instrument_version")
  private String instrumentVersion;

  @Column(name = "respondent")
  private String respondent;

  @Column(name = "respondent_id")
  private @Nullable UUID respondentId;

  @Column(name = "occasion_id")
  private UUID occasionId;

  @Column(name = "supervised_by")
  private @Nullable UUID supervisedBy;

  @Column(name = "conducted_at")
  private Instant conductedAt;

  @Column(name = "state")
  private String state;

  @Column(name = "answers")
  private byte @Nullable [] answers;

  @Column(name = "discard_reason")
  private byte @Nullable [] discardReason;

  @Column(name = "assessment_id")
  private @Nullable UUID assessmentId;

  @Column(name = "started_by")
  private UUID startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "saved_by")
  private UUID savedBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Version
  @Column(name = "version")
  private long version;

  /** For Hibernate. */
  protected Draft() {}

  Draft(
      UUID id,
      UUID caseId,
      Instrument instrument,
      Circumstances circumstances,
      Instant conductedAt,
      UUID startedBy,
      Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.instrumentId = instrument.id();
    this.instrumentVersion = instrument.version();
    this.respondent = circumstances.respondentOf(instrument);
    this.respondentId = circumstances.respondentId();
    this.occasionId = circumstances.occasionId() == null ? id : circumstances.occasionId();
    this.supervisedBy = circumstances.supervisedBy();
    this.conductedAt = conductedAt.truncatedTo(ChronoUnit.MICROS);
    this.state = OPEN;
    this.startedBy = startedBy;
    this.startedAt = now.truncatedTo(ChronoUnit.MICROS);
    this.savedBy = startedBy;
    this.savedAt = startedAt;
  }

  void save(byte[] encrypted, UUID by, Instant now) {
    answers = encrypted.clone();
    touch(by, now);
  }

  void complete(UUID assessment, UUID by, Instant now) {
    state = COMPLETED;
    assessmentId = assessment;
    answers = null;
    touch(by, now);
  }

  void discard(byte[] reason, UUID by, Instant now) {
    state = DISCARDED;
    discardReason = reason.clone();
    answers = null;
    touch(by, now);
  }

  private void touch(UUID by, Instant now) {
    savedBy = by;
    savedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  boolean isOpen() {
    return OPEN.equals(state);
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  String instrumentId() {
    return instrumentId;
  }

  String instrumentVersion() {
    return instrumentVersion;
  }

  long version() {
    return version;
  }

  Optional<byte[]> answers() {
    return Optional.ofNullable(answers).map(byte[]::clone);
  }

  Optional<byte[]> discardReason() {
    return Optional.ofNullable(discardReason).map(byte[]::clone);
  }

  /** What it asks to be kept, with these answers. */
  ConductAssessment.Command completion(String submission) {
    return new ConductAssessment.Command(
        caseId,
        instrumentId,
        instrumentVersion,
        conductedAt,
        submission,
        new Circumstances(respondent, respondentId, occasionId, supervisedBy));
  }

  /** As it may be shown. */
  DraftState shown(@Nullable String submission) {
    return shown(submission, null);
  }

  /** As it may be shown, with why it was given up. */
  DraftState shown(@Nullable String submission, @Nullable String reason) {
    return new DraftState(
        id,
        caseId,
        instrumentId,
        instrumentVersion,
        respondent,
        respondentId,
        occasionId,
        supervisedBy,
        conductedAt,
        state,
        submission,
        assessmentId,
        startedBy,
        startedAt,
        savedBy,
        savedAt,
        reason,
        version);
  }
}
