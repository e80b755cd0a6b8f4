package org.hifazat.cases.document.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.document.CaseDocument;
import org.hifazat.cases.document.UploadDocument;

/**
 * A document on its way.
 *
 * @param received how many bytes have come: the offset of the next piece
 * @param expiresAt nobody goes on with it until then: it is removed
 * @param smallestPiece of all pieces but the last
 */
public record UploadView(
    UUID id,
    String kind,
    String confidentiality,
    String mediaType,
    int size,
    int received,
    Instant recordedAt,
    Instant expiresAt,
    int smallestPiece,
    int largestPiece) {

  static UploadView of(CaseDocument document) {
    return new UploadView(
        document.id(),
        document.kind(),
        document.kept(),
        document.mediaType(),
        document.sentSize(),
        document.received(),
        document.recordedAt(),
        document.expiresAt().orElseThrow(),
        UploadDocument.SMALLEST_PIECE,
        UploadDocument.LARGEST_PIECE);
  }
}
