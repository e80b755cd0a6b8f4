package org.hifazat.cases.timeline;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One line of a case's story. */
@Entity
@Immutable
@Table(name = "timeline_entry")
public class TimelineEntry {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "actor_id")
  private @Nullable UUID actorId;

  @Column(name = "subject_id")
  private @Nullable UUID subjectId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column
  private List<String> codes;

  @SuppressWarnings("NullAway.Init")
  protected TimelineEntry() {}

  TimelineEntry(
      UUID id,
      UUID caseId,
      String kind,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable UUID actorId,
      @Nullable UUID subjectId,
      String... codes) {
    this.id = id;
    this.caseId = caseId;
    this.kind = kind;
    this.happenedAt = happenedAt;
    this.recordedAt = recordedAt;
    this.actorId = actorId;
    this.subjectId = subjectId;
    this.codes = List.of(codes);
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

  public Instant recordedAt() {
    return recordedAt;
  }

  public @Nullable UUID actorId() {
    return actorId;
  }

  public @Nullable UUID subjectId() {
    return subjectId;
  }

  public List<String> codes() {
    return codes;
  }
}
