package org.hifazat.cases.kinship;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two cases whose children belong together. It has no direction: each side sees the other. */
@Entity
@Table(name = "case_link")
public class CaseLink {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "case_number")
  private String caseNumber;

  @Column(name = "other_case_id")
  private UUID otherCaseId;

  @Column(name = "other_case_number")
  private String otherCaseNumber;

  @Column private String kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  @Column(name = "ended_by")
  private @Nullable UUID endedBy;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected CaseLink() {}

  /** A case as a link knows it. */
  record Side(UUID caseId, String number) {}

  static CaseLink between(
      UUID id, Side one, Side other, String kind, Instant happenedAt, UUID by, Instant now) {
    CaseLink link = new CaseLink();
    link.id = id;
    link.caseId = one.caseId();
    link.caseNumber = one.number();
    link.otherCaseId = other.caseId();
    link.otherCaseNumber = other.number();
    link.kind = kind;
    link.happenedAt = happenedAt.truncatedTo(ChronoUnit.MICROS);
    link.recordedBy = by;
    link.recordedAt = now;
    return link;
  }

  /**
   * @return false when it has ended before, or would end before it began
   */
  boolean end(Instant at, UUID by) {
    if (endedAt != null || at.isBefore(happenedAt)) {
      return false;
    }
    endedAt = at.truncatedTo(ChronoUnit.MICROS);
    endedBy = by;
    return true;
  }

  boolean joins(UUID oneCase) {
    return caseId.equals(oneCase) || otherCaseId.equals(oneCase);
  }

  /** The case on the other end, seen from one of the two. */
  Side otherThan(UUID oneCase) {
    return caseId.equals(oneCase)
        ? new Side(otherCaseId, otherCaseNumber)
        : new Side(caseId, caseNumber);
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  long version() {
    return version;
  }
}
