package org.hifazat.cases.document.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.document.CaseDocument;
import org.hifazat.cases.document.Documents;
import org.jspecify.annotations.Nullable;

/**
 * A paper, picture or recording of a case.
 *
 * @param confidentiality who reads it: ordinary, restricted or clinical
 * @param mediaType found to be true
 * @param size of what is kept; a picture is drawn anew without place, time and camera
 * @param sha256 of what was sent, to show that a paper is the one that came
 * @param removedAt when its content was taken away; the record of it stays
 * @param removalReason why: a code of the list document-removal-reason
 * @param happenedAt when it was made or received
 * @param fromCase the number of the merged case it was given to; absent for the case's own
 */
public record DocumentView(
    UUID id,
    String kind,
    String confidentiality,
    @Nullable String title,
    String mediaType,
    int size,
    String sha256,
    Instant happenedAt,
    UUID recordedBy,
    Instant recordedAt,
    @Nullable Instant removedAt,
    @Nullable String removalReason,
    @Nullable String fromCase) {

  static DocumentView of(Documents.Whole whole) {
    CaseDocument document = whole.document();
    return new DocumentView(
        document.id(),
        document.kind(),
        document.kept(),
        whole.title(),
        document.mediaType(),
        document.keptSize().orElseThrow(),
        whole.sha256(),
        document.happenedAt(),
        document.recordedBy(),
        document.keptAt().orElseThrow(),
        document.removedAt().orElse(null),
        document.removalReason().orElse(null),
        whole.fromCase());
  }
}
