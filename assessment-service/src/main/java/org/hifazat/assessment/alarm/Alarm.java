package org.hifazat.assessment.alarm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.assessment.instrument.RaisedAlarm;
import org.jspecify.annotations.Nullable;

/** An answer that interrupted. Changing the answer does not take it back. */
@Entity
@Table(name = "alarm")
public class Alarm {

  @Id
  @Column(name = "id", updatable = false)
  private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(name = "instrument_id", updatable = false)
  private String instrumentId;

  @Column(name = "kind", updatable = false)
  private String kind;

  @Column(name = "imminent", updatable = false)
  private boolean imminent;

  @Column(name = "draft_id", updatable = false)
  private @Nullable UUID draftId;

  @Column(name = "assessment_id")
  private @Nullable UUID assessmentId;

  @Column(name = "raised_by", updatable = false)
  private UUID raisedBy;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  /** For Hibernate. */
  protected Alarm() {}

  Alarm(UUID id, Alarms.Source source, RaisedAlarm raised, UUID raisedBy, Instant recordedAt) {
    this.id = id;
    this.caseId = source.caseId();
    this.instrumentId = source.instrumentId();
    this.kind = raised.kind();
    this.imminent = raised.imminent();
    this.draftId = source.draftId();
    this.assessmentId = source.assessmentId();
    this.raisedBy = raisedBy;
    this.raisedAt = source.saidAt();
    this.recordedAt = recordedAt;
  }

  void standsIn(UUID assessment) {
    assessmentId = assessment;
  }

  @Nullable UUID assessmentId() {
    return assessmentId;
  }

  StandingAlarm standing() {
    return new StandingAlarm(id, kind, imminent, raisedAt);
  }

  AlarmRaised told() {
    return new AlarmRaised(
        id, caseId, assessmentId, instrumentId, kind, imminent, raisedAt, recordedAt);
  }
}
