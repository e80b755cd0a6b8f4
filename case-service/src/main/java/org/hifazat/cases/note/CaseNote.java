package org.hifazat.cases.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;

/** What somebody wrote down about a case; it is never changed, only added to. */
@Entity
@Table(name = "case_note")
public class CaseNote {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private String kind;

  @Column(name = "happened_at")
  private Instant happenedAt;

  @Column private byte[] words;

  @Column(name = "written_by")
  private UUID writtenBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseNote() {}

  static CaseNote written(
      Recorder.Entry entry, UUID caseId, NoteKind kind, Instant happenedAt, byte[] words) {
    CaseNote note = new CaseNote();
    note.id = entry.id();
    note.caseId = caseId;
    note.kind = kind.label();
    note.happenedAt = Recorder.precise(happenedAt);
    note.words = words;
    note.writtenBy = entry.by();
    note.recordedAt = entry.at();
    return note;
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

  byte[] words() {
    return words;
  }

  public UUID writtenBy() {
    return writtenBy;
  }

  public Instant recordedAt() {
    return recordedAt;
  }
}
