package org.hifazat.cases.support;

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

/** Something the unit itself did for the child. */
@Entity
@Table(name = "service_given")
public class ServiceGiven {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "given_by")
  private UUID givenBy;

  @Column private @Nullable Integer minutes;
  @Column private @Nullable Integer rupees;

  @Column(name = "action_id")
  private @Nullable UUID actionId;

  @Column private byte @Nullable [] note;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "struck_at")
  private @Nullable Instant struckAt;

  @Column(name = "struck_by")
  private @Nullable UUID struckBy;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected ServiceGiven() {}

  static ServiceGiven given(
      UUID id,
      RecordServiceGiven.Command command,
      UUID givenBy,
      byte @Nullable [] note,
      UUID recordedBy,
      Instant recordedAt) {
    ServiceGiven service = new ServiceGiven();
    service.id = id;
    service.caseId = command.caseId();
    service.kind = command.kind();
    service.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    service.givenBy = givenBy;
    service.minutes = command.minutes();
    service.rupees = command.rupees();
    service.actionId = command.actionId();
    service.note = note;
    service.recordedBy = recordedBy;
    service.recordedAt = recordedAt;
    return service;
  }

  /** False when it was struck out before. */
  boolean strike(UUID by, Instant at) {
    if (struckAt != null) {
      return false;
    }
    struckAt = at;
    struckBy = by;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public String kind() {
    return kind;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public UUID givenBy() {
    return givenBy;
  }

  public Optional<Integer> minutes() {
    return Optional.ofNullable(minutes);
  }

  public Optional<Integer> rupees() {
    return Optional.ofNullable(rupees);
  }

  public Optional<UUID> actionId() {
    return Optional.ofNullable(actionId);
  }

  byte @Nullable [] note() {
    return note;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Optional<Instant> struckAt() {
    return Optional.ofNullable(struckAt);
  }

  public long version() {
    return version;
  }
}
