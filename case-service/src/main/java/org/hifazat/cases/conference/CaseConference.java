package org.hifazat.cases.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A meeting of several agencies on one child. */
@Entity
@Immutable
@Table(name = "case_conference")
public class CaseConference {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String reason;
  @Column private String outcome;
  @Column private boolean remote;
  @Column private short participants;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte[] content;

  @Column(name = "recorded_by")
  private UUID recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseConference() {}

  static CaseConference held(
      UUID id, RecordConference.Command command, byte[] content, UUID by, Instant recordedAt) {
    CaseConference conference = new CaseConference();
    conference.id = id;
    conference.caseId = command.caseId();
    conference.reason = command.reason();
    conference.outcome = command.outcome();
    conference.remote = command.remote();
    conference.participants = (short) command.minutes().participants().size();
    conference.happenedAt = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    conference.content = content;
    conference.recordedBy = by;
    conference.recordedAt = recordedAt;
    return conference;
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

  public String outcome() {
    return outcome;
  }

  public boolean remote() {
    return remote;
  }

  public int participants() {
    return participants;
  }

  public Instant happenedAt() {
    return happenedAt;
  }

  byte[] content() {
    return content;
  }

  public UUID recordedBy() {
    return recordedBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
