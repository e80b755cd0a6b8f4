package org.hifazat.cases.incident;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;

/** What was found about an allegation at some time, and why. */
@Entity
@Table(name = "incident_finding")
public class IncidentFinding {
  @Id private UUID id;

  @Column(name = "incident_id")
  private UUID incidentId;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String finding;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte[] reason;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected IncidentFinding() {}

  static IncidentFinding of(
      Recorder.Entry entry, Incident incident, String finding, Instant happenedAt, byte[] reason) {
    IncidentFinding one = new IncidentFinding();
    one.id = entry.id();
    one.incidentId = incident.id();
    one.caseId = incident.caseId();
    one.finding = finding;
    one.happenedAt = Recorder.precise(happenedAt);
    one.reason = reason;
    one.recordedBy = entry.by();
    one.recordedAt = entry.at();
    return one;
  }

  UUID id() {
    return id;
  }

  UUID incidentId() {
    return incidentId;
  }

  String finding() {
    return finding;
  }

  Instant happenedAt() {
    return happenedAt;
  }

  byte[] reason() {
    return reason;
  }

  UUID recordedBy() {
    return recordedBy;
  }
}
