package org.hifazat.cases.conference;

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

/** A case conference that was called: still to come, held with minutes, or called off. */
@Entity
@Table(name = "planned_conference")
public class PlannedConference {
  private static final String PLANNED = "planned";

  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String reason;
  @Column private String state;

  @Column(name = "planned_for")
  private Instant plannedFor;

  @Column private byte[] content;

  @Column(name = "conference_id")
  private @Nullable UUID conferenceId;

  @Column(name = "planned_by")
  private UUID plannedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected PlannedConference() {}

  static PlannedConference called(
      UUID id, PlanConference.Command command, byte[] content, UUID by, Instant recordedAt) {
    PlannedConference planned = new PlannedConference();
    planned.id = id;
    planned.caseId = command.caseId();
    planned.reason = command.reason();
    planned.state = PLANNED;
    planned.plannedFor = command.plannedFor().truncatedTo(ChronoUnit.MICROS);
    planned.content = content;
    planned.plannedBy = by;
    planned.recordedAt = recordedAt;
    return planned;
  }

  /** False when it was held or called off before. */
  boolean held(UUID minutes) {
    if (!isPlanned()) {
      return false;
    }
    state = "held";
    conferenceId = minutes;
    return true;
  }

  /** False when it was held or called off before. */
  boolean move(Instant to, byte[] invitation) {
    if (!isPlanned()) {
      return false;
    }
    plannedFor = to.truncatedTo(ChronoUnit.MICROS);
    content = invitation;
    return true;
  }

  /** False when it was held or called off before. */
  boolean cancel() {
    if (!isPlanned()) {
      return false;
    }
    state = "cancelled";
    return true;
  }

  private boolean isPlanned() {
    return state.equals(PLANNED);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String reason() {
    return reason;
  }

  public String state() {
    return state;
  }

  public Instant plannedFor() {
    return plannedFor;
  }

  byte[] content() {
    return content;
  }

  public Optional<UUID> conferenceId() {
    return Optional.ofNullable(conferenceId);
  }

  public UUID plannedBy() {
    return plannedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
