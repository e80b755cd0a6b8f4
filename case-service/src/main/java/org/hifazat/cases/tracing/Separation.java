package org.hifazat.cases.tracing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a child is alone or with others than the parents, and where the search stands. */
@Entity
@Table(name = "separation")
public class Separation {
  static final String WITH_CAREGIVER = "with-caregiver";

  @Id
  @Column(name = "case_id")
  private UUID caseId;

  @Column private String status;
  @Column private @Nullable String cause;

  @Column(name = "separated_on")
  private @Nullable LocalDate separatedOn;

  @Column private byte @Nullable [] details;
  @Column private @Nullable String tracing;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Separation() {}

  static Separation recorded(
      UUID caseId, SeparationFacts facts, byte @Nullable [] details, UUID by, Instant at) {
    Separation separation = new Separation();
    separation.caseId = caseId;
    separation.changed(facts, details, by, at);
    return separation;
  }

  void changed(SeparationFacts facts, byte @Nullable [] sealed, UUID by, Instant at) {
    status = facts.status();
    cause = facts.cause();
    separatedOn = facts.separatedOn();
    details = sealed;
    recordedBy = by;
    recordedAt = at;
  }

  /** What may come of a step. */
  enum Outcome {
    MOVED,
    NOT_ALLOWED,
    NOT_SEPARATED
  }

  /** A child with their own people is not traced for; one who was reunified is with them again. */
  Outcome move(TracingStatus to) {
    if (to == TracingStatus.OPEN && status.equals(WITH_CAREGIVER)) {
      return Outcome.NOT_SEPARATED;
    }
    if (!TracingStatus.after(tracing().orElse(null)).contains(to)) {
      return Outcome.NOT_ALLOWED;
    }
    tracing = to.label();
    if (to == TracingStatus.REUNIFIED) {
      status = WITH_CAREGIVER;
    }
    return Outcome.MOVED;
  }

  Optional<TracingStatus> tracing() {
    return Optional.ofNullable(tracing).map(TracingStatus::of);
  }

  String status() {
    return status;
  }

  @Nullable String cause() {
    return cause;
  }

  @Nullable LocalDate separatedOn() {
    return separatedOn;
  }

  byte @Nullable [] details() {
    return details;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  /** What a change must name: 0 is the tag of nothing recorded. */
  long tag() {
    return version + 1;
  }
}
