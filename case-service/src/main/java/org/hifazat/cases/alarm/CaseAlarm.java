package org.hifazat.cases.alarm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alarm of a case. It is answered by a safety plan made after it, and never taken back. */
@Entity
@Table(name = "case_alarm")
public class CaseAlarm {
  @Id
  @Column(updatable = false)
  private UUID id;

  @Column(name = "case_id", updatable = false)
  private UUID caseId;

  @Column(updatable = false)
  private String kind;

  @Column(updatable = false)
  private boolean imminent;

  @Column(name = "raised_at", updatable = false)
  private Instant raisedAt;

  @Column(name = "recorded_at", updatable = false)
  private Instant recordedAt;

  @Column(name = "answered_at")
  private @Nullable Instant answeredAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseAlarm() {}

  static CaseAlarm of(AlarmRaised raised, Instant recordedAt) {
    CaseAlarm alarm = new CaseAlarm();
    alarm.id = raised.alarmId();
    alarm.caseId = raised.caseId();
    alarm.kind = raised.kind();
    alarm.imminent = raised.imminent();
    alarm.raisedAt = raised.raisedAt();
    alarm.recordedAt = recordedAt;
    return alarm;
  }

  void answer(Instant at) {
    answeredAt = at;
  }

  UUID id() {
    return id;
  }

  String kind() {
    return kind;
  }
}
