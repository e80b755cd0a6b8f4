package org.hifazat.cases.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.casework.Recorder;

/** What was added to a note later. */
@Entity
@Table(name = "note_addendum")
public class NoteAddendum {
  @Id private UUID id;

  @Column(name = "note_id")
  private UUID noteId;

  @Column(name = "case_id")
  private UUID caseId;

  @Column private byte[] words;

  @Column(name = "written_by")
  private UUID writtenBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @SuppressWarnings("NullAway.Init")
  protected NoteAddendum() {}

  static NoteAddendum written(Recorder.Entry entry, CaseNote note, byte[] words) {
    NoteAddendum addendum = new NoteAddendum();
    addendum.id = entry.id();
    addendum.noteId = note.id();
    addendum.caseId = note.caseId();
    addendum.words = words;
    addendum.writtenBy = entry.by();
    addendum.recordedAt = entry.at();
    return addendum;
  }

  UUID id() {
    return id;
  }

  UUID noteId() {
    return noteId;
  }

  byte[] words() {
    return words;
  }

  UUID writtenBy() {
    return writtenBy;
  }

  Instant recordedAt() {
    return recordedAt;
  }
}
