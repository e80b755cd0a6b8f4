package org.hifazat.referral.draft;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A referral that is being written; gone when it is sent or given up. What it says is encrypted.
 */
@Entity
@Table(name = "referral_draft")
class Draft {
  /** The cipher's name of its column. */
  static final String CONTENT = "referral_draft.content";

  @Id private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column private byte[] content;

  @Column(name = "started_by", updatable = false)
  private UUID startedBy;

  @Column(name = "started_at", updatable = false)
  private Instant startedAt;

  @Column(name = "saved_by")
  private UUID savedBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Draft() {}

  @SuppressWarnings("NullAway.Init")
  Draft(UUID id, UUID caseId, byte[] sealed, UUID by, Instant now) {
    this.id = id;
    this.caseId = caseId;
    this.content = sealed.clone();
    this.startedBy = by;
    this.startedAt = now.truncatedTo(ChronoUnit.MICROS);
    this.savedBy = by;
    this.savedAt = startedAt;
  }

  void save(byte[] sealed, UUID by, Instant now) {
    content = sealed.clone();
    savedBy = by;
    savedAt = now.truncatedTo(ChronoUnit.MICROS);
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }

  byte[] content() {
    return content.clone();
  }

  long version() {
    return version;
  }

  /** As it may be shown. */
  DraftState shown(DraftContent words, Instant until) {
    return new DraftState(
        id, caseId, words, startedBy, startedAt, savedBy, savedAt, until, version);
  }

  Instant savedAt() {
    return savedAt;
  }
}
