package org.hifazat.cases.assignment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who works on a case besides its owner. */
@Entity
@Table(name = "case_member")
public class CaseMember {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "staff_id")
  private UUID staffId;

  @Column private String part;

  @Column private Instant since;
  @Column private @Nullable Instant until;

  @Column(name = "added_by")
  private UUID addedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "ended_by")
  private @Nullable UUID endedBy;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseMember() {}

  static CaseMember added(
      UUID id, UUID caseId, UUID staff, String part, Instant since, UUID by, Instant recordedAt) {
    CaseMember member = new CaseMember();
    member.id = id;
    member.caseId = caseId;
    member.staffId = staff;
    member.part = part;
    member.since = since.truncatedTo(ChronoUnit.MICROS);
    member.addedBy = by;
    member.recordedAt = recordedAt;
    return member;
  }

  /** False when it has ended, or would before it began. */
  boolean end(Instant at, UUID by) {
    if (until != null || at.isBefore(since)) {
      return false;
    }
    until = at.truncatedTo(ChronoUnit.MICROS);
    endedBy = by;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID staffId() {
    return staffId;
  }

  /** What they do in the case: psychologist or second-worker. */
  public String part() {
    return part;
  }

  public Instant since() {
    return since;
  }

  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }

  public long version() {
    return version;
  }
}
