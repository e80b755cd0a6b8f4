package org.hifazat.cases.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hifazat.cases.casework.Recorder;
import org.jspecify.annotations.Nullable;

/** Something that is said to have been done to the child. */
@Entity
@Table(name = "incident")
public class Incident {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> concerns;

  @Column(name = "place_kind")
  private String placeKind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "person_id")
  private @Nullable UUID personId;

  @Column private String finding;
  @Column private byte[] account;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version @Column private long version;

  @SuppressWarnings("NullAway.Init")
  protected Incident() {}

  static Incident recorded(Recorder.Entry entry, RecordIncident.Command command, byte[] account) {
    Incident incident = new Incident();
    incident.id = entry.id();
    incident.caseId = command.caseId();
    incident.concerns = command.concerns();
    incident.placeKind = command.placeKind();
    incident.happenedAt = Recorder.precise(command.happenedAt());
    incident.personId = command.personId();
    incident.finding = command.finding();
    incident.account = account;
    incident.recordedBy = entry.by();
    incident.recordedAt = entry.at();
    return incident;
  }

  void found(String code) {
    finding = code;
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public List<String> concerns() {
    return concerns;
  }

  public String placeKind() {
    return placeKind;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  public Optional<UUID> personId() {
    return Optional.ofNullable(personId);
  }

  public String finding() {
    return finding;
  }

  byte[] account() {
    return account;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public long version() {
    return version;
  }
}
