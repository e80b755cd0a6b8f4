package org.hifazat.cases.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody reads a case that is not theirs because of an emergency. */
@Entity
@Table(name = "emergency_access")
public class EmergencyAccess {
  static final Duration LASTS = Duration.ofHours(3);
  static final String WORDS = "emergency_access.words";
  static final String REVIEW_WORDS = "emergency_access.review_words";
  private static final String TO_REVIEW = "to-review";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "case_number")
  private String caseNumber;

  @Column(name = "child_id")
  private UUID childId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column(name = "staff_id")
  private UUID staffId;

  @Column private String reason;
  @Column private byte[] words;

  @Column(name = "begins_at")
  private Instant beginsAt;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column private String state;

  @Column(name = "reviewed_by")
  private @Nullable UUID reviewedBy;

  @Column(name = "reviewed_at")
  private @Nullable Instant reviewedAt;

  @Column(name = "review_recorded_at")
  private @Nullable Instant reviewRecordedAt;

  @Column(name = "review_words")
  private byte @Nullable [] reviewWords;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected EmergencyAccess() {}

  /** The case it opens. */
  record Opened(UUID caseId, String caseNumber, UUID childId, UUID unitId) {}

  static EmergencyAccess of(
      UUID id, Opened opened, UUID staff, String reason, byte[] words, Instant now) {
    EmergencyAccess access = new EmergencyAccess();
    access.id = id;
    access.caseId = opened.caseId();
    access.caseNumber = opened.caseNumber();
    access.childId = opened.childId();
    access.unitId = opened.unitId();
    access.staffId = staff;
    access.reason = reason;
    access.words = words;
    access.beginsAt = now.truncatedTo(ChronoUnit.MICROS);
    access.endsAt = access.beginsAt.plus(LASTS);
    access.state = TO_REVIEW;
    return access;
  }

  /** False when it was reviewed before. */
  boolean review(boolean justified, UUID by, Instant at, Instant recorded, byte[] sealedWords) {
    if (!state.equals(TO_REVIEW)) {
      return false;
    }
    state = justified ? "justified" : "not-justified";
    reviewedBy = by;
    reviewedAt = at.truncatedTo(ChronoUnit.MICROS);
    reviewRecordedAt = recorded;
    reviewWords = sealedWords;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String caseNumber() {
    return caseNumber;
  }

  UUID childId() {
    return childId;
  }

  UUID unitId() {
    return unitId;
  }

  public UUID staffId() {
    return staffId;
  }

  public String reason() {
    return reason;
  }

  byte[] words() {
    return words;
  }

  public Instant beginsAt() {
    return beginsAt;
  }

  public Instant endsAt() {
    return endsAt;
  }

  /** Whether it was justified: to-review, justified or not-justified. */
  public String state() {
    return state;
  }

  public Optional<UUID> reviewedBy() {
    return Optional.ofNullable(reviewedBy);
  }

  byte @Nullable [] reviewWords() {
    return reviewWords;
  }

  public long version() {
    return version;
  }
}
