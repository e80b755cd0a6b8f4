package org.hifazat.cases.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Writes a note, or adds to one: nobody overwrites what was written. */
@ApplicationScoped
public class WriteNote {
  private final CaseDesk desk;
  private final Recorder recorder;
  private final Notes notes;
  private final SealedWords words;
  private final Deeds deeds;
  private final AuditLog audit;

  WriteNote(
      CaseDesk desk,
      Recorder recorder,
      Notes notes,
      SealedWords words,
      Deeds deeds,
      AuditLog audit) {
    this.desk = desk;
    this.recorder = recorder;
    this.notes = notes;
    this.words = words;
    this.deeds = deeds;
    this.audit = audit;
  }

  /**
   * @param happenedAt when what the note tells of happened
   */
  public record Command(UUID caseId, NoteKind kind, Instant happenedAt, String words) {}

  /** What was written, or written before by the same request. */
  public record Written(Created created, Notes.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, or one of idempotent creation
   */
  @Transactional
  public Written handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(command.kind().operation(), command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            command.kind().operation().name(),
            command,
            "/v1/cases/" + file.id() + "/notes/",
            entry -> write(file, command, entry));
    return new Written(created, notes.open(file, recorder.find(CaseNote.class, created.id())));
  }

  private UUID write(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.happenedAt());
    NoteKind kind = command.kind();
    recorder.keep(
        CaseNote.written(
            entry,
            file.id(),
            kind,
            command.happenedAt(),
            seal(file, Notes.WORDS, entry.id(), command.words())));
    tell(file, kind, "note-written", command.happenedAt(), entry.id());
    return entry.id();
  }

  /**
   * @throws ProblemException not-found for a note one may not read, case-closed, or one of
   *     idempotent creation
   */
  @Transactional
  public Written add(UUID noteId, String added, @Nullable String idempotencyKey) {
    CaseNote note = recorder.find(CaseNote.class, noteId);
    NoteKind kind = NoteKind.of(note.kind());
    CaseFile file = desk.toChange(CaseOperation.WRITE_NOTE, note.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            "ADD_TO_NOTE",
            List.of(noteId, added),
            "/v1/notes/" + noteId + "/addenda/",
            entry -> {
              recorder.keep(
                  NoteAddendum.written(entry, note, seal(file, Notes.ADDED, entry.id(), added)));
              recorder.flush();
              tell(file, kind, "note-added-to", entry.at(), noteId);
              return entry.id();
            });
    return new Written(created, notes.open(file, note));
  }

  private byte[] seal(CaseFile file, String field, UUID row, String text) {
    return Objects.requireNonNull(words.seal(file.childId(), field, row, text));
  }

  private void tell(CaseFile file, NoteKind kind, String what, Instant at, UUID note) {
    if (kind.isTold()) {
      deeds.done(
          new Deed(file, kind.operation(), what, at, "note", note, 0, List.of(kind.label())));
    } else {
      audit.performed(kind.operation().name(), "note", note, what, kind.label());
    }
  }
}
