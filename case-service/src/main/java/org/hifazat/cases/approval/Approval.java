package org.hifazat.cases.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.jspecify.annotations.Nullable;

/** A request to a supervisor, what it was about as it was then, and the answer. */
@Entity
@Table(name = "approval")
public class Approval {
  static final String PENDING = "pending";
  static final String APPROVED = "approved";
  static final String REJECTED = "rejected";
  private static final String WITHDRAWN = "withdrawn";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "unit_id")
  private UUID unitId;

  @Column private int episode;
  @Column private String kind;

  @Column(name = "subject_id")
  private UUID subjectId;

  @Column(name = "subject_version")
  private long subjectVersion;

  @Column private byte[] content;
  @Column private byte @Nullable [] note;
  @Column private String state;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "decided_by")
  private @Nullable UUID decidedBy;

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  @Column(name = "decision_recorded_at")
  private @Nullable Instant decisionRecordedAt;

  @Column private byte @Nullable [] comment;
  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Approval() {}

  static Approval requested(
      UUID id,
      CaseFile file,
      String kind,
      Approvable.Submission submission,
      UUID by,
      Instant at,
      Instant recordedAt) {
    Approval approval = new Approval();
    approval.id = id;
    approval.caseId = file.id();
    approval.unitId = file.unitId();
    approval.episode = file.episode();
    approval.kind = kind;
    approval.subjectId = submission.subjectId();
    approval.subjectVersion = submission.subjectVersion();
    approval.state = PENDING;
    approval.requestedBy = by;
    approval.requestedAt = at.truncatedTo(ChronoUnit.MICROS);
    approval.recordedAt = recordedAt;
    return approval;
  }

  void seal(byte[] sealedContent, byte @Nullable [] sealedNote) {
    content = sealedContent;
    note = sealedNote;
  }

  void decide(
      boolean approved, UUID by, Instant at, Instant recorded, byte @Nullable [] sealedComment) {
    if (!isPending()) {
      throw new IllegalStateException("only a pending request is decided");
    }
    state = approved ? APPROVED : REJECTED;
    decidedBy = by;
    decidedAt = at.truncatedTo(ChronoUnit.MICROS);
    decisionRecordedAt = recorded;
    comment = sealedComment;
  }

  void withdraw() {
    if (isPending()) {
      state = WITHDRAWN;
    }
  }

  public boolean isPending() {
    return state.equals(PENDING);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public int episode() {
    return episode;
  }

  public String kind() {
    return kind;
  }

  public UUID subjectId() {
    return subjectId;
  }

  public long subjectVersion() {
    return subjectVersion;
  }

  byte[] content() {
    return content;
  }

  Optional<byte[]> note() {
    return Optional.ofNullable(note);
  }

  Optional<byte[]> comment() {
    return Optional.ofNullable(comment);
  }

  public String state() {
    return state;
  }

  public UUID requestedBy() {
    return requestedBy;
  }

  public Instant requestedAt() {
    return requestedAt;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<UUID> decidedBy() {
    return Optional.ofNullable(decidedBy);
  }

  public Optional<Instant> decidedAt() {
    return Optional.ofNullable(decidedAt);
  }

  public long version() {
    return version;
  }
}
