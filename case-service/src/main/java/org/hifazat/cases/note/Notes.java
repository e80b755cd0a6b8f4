package org.hifazat.cases.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Notes of a case that the caller may read; which they are the database decides. */
@ApplicationScoped
public class Notes {
  static final String WORDS = "case_note.words";
  static final String ADDED = "note_addendum.words";

  private final Session entities;
  private final CaseDesk desk;
  private final SealedWords words;
  private final CasePages pages;
  private final CaseHistory history;

  Notes(Session entities, CaseDesk desk, SealedWords words, CasePages pages, CaseHistory history) {
    this.entities = entities;
    this.desk = desk;
    this.history = history;
    this.words = words;
    this.pages = pages;
  }

  /**
   * @param fromCase the number of the merged case it was written in; null for the case's own
   */
  public record Whole(CaseNote note, String words, List<Added> added, @Nullable String fromCase) {}

  public record Added(UUID id, String words, UUID writtenBy, Instant recordedAt) {}

  /** What they tell of newest first, with those of merged cases; the read is audited. */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_NOTES, caseId, "notes");
    CaseHistory.Parts parts = history.of(file);
    return open(parts, pages.newestFirst(CaseNote.class, "", "happenedAt", parts, after, limit));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Whole open(CaseFile file, CaseNote note) {
    return open(new CaseHistory.Parts(file, Map.of(file.id(), file)), List.of(note)).getFirst();
  }

  private List<Whole> open(CaseHistory.Parts parts, List<CaseNote> notes) {
    Map<UUID, UUID> children =
        notes.stream().collect(Collectors.toMap(CaseNote::id, note -> parts.child(note.caseId())));
    Map<UUID, List<Added>> added =
        entities
            .createQuery(
                "from NoteAddendum where noteId in :notes order by recordedAt, id",
                NoteAddendum.class)
            .setParameter("notes", notes.stream().map(CaseNote::id).toList())
            .getResultStream()
            .collect(
                Collectors.groupingBy(
                    NoteAddendum::noteId,
                    Collectors.mapping(
                        one -> open(Objects.requireNonNull(children.get(one.noteId())), one),
                        Collectors.toList())));
    return notes.stream()
        .map(
            note ->
                new Whole(
                    note,
                    Objects.requireNonNull(
                        words.open(parts.child(note.caseId()), WORDS, note.id(), note.words())),
                    added.getOrDefault(note.id(), List.of()),
                    parts.from(note.caseId()).orElse(null)))
        .toList();
  }

  private Added open(UUID child, NoteAddendum one) {
    return new Added(
        one.id(),
        Objects.requireNonNull(words.open(child, ADDED, one.id(), one.words())),
        one.writtenBy(),
        one.recordedAt());
  }
}
