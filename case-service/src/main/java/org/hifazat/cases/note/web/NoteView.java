package org.hifazat.cases.note.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.note.Notes;
import org.jspecify.annotations.Nullable;

/**
 * A note as it was written, with what was added later.
 *
 * @param kind who reads it: ordinary, supervision or clinical
 * @param happenedAt when what it tells of happened
 * @param fromCase the number of the merged case it was written in; absent for the case's own
 */
public record NoteView(
    UUID id,
    String kind,
    Instant happenedAt,
    String text,
    UUID writtenBy,
    Instant recordedAt,
    List<AddendumView> addenda,
    @Nullable String fromCase) {

  public record AddendumView(UUID id, String text, UUID writtenBy, Instant recordedAt) {}

  static NoteView of(Notes.Whole whole) {
    return new NoteView(
        whole.note().id(),
        whole.note().kind(),
        whole.note().happenedAt(),
        whole.words(),
        whole.note().writtenBy(),
        whole.note().recordedAt(),
        whole.added().stream()
            .map(one -> new AddendumView(one.id(), one.words(), one.writtenBy(), one.recordedAt()))
            .toList(),
        whole.fromCase());
  }
}
