package org.hifazat.cases.document;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseHistory;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.file.FileKind;
import org.jspecify.annotations.Nullable;

/** Documents that are kept, as far as the caller may read them, which the database decides. */
@ApplicationScoped
public class Documents {
  static final String ORDINARY = "ordinary";
  private static final CaseOperation OPERATION = CaseOperation.VIEW_DOCUMENTS;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final SealedWords words;
  private final CasePages pages;
  private final CaseHistory history;
  private final Pieces pieces;
  private final AuditLog audit;
  private final CallerContext callers;

  Documents(
      CaseDesk desk,
      Recorder recorder,
      SealedWords words,
      CasePages pages,
      CaseHistory history,
      Pieces pieces,
      AuditLog audit,
      CallerContext callers) {
    this.desk = desk;
    this.recorder = recorder;
    this.words = words;
    this.pages = pages;
    this.history = history;
    this.pieces = pieces;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * @param sha256 of what was sent
   * @param fromCase the number of the merged case it was given to; null for the case's own
   */
  public record Whole(
      CaseDocument document, @Nullable String title, String sha256, @Nullable String fromCase) {}

  /** Content on its way out. */
  public record Content(UUID id, UUID child, int size, int pieces, FileKind kind, Caller reader) {}

  /**
   * Newest first, with those of merged cases and those whose content was removed; the read is
   * audited.
   */
  @Transactional
  public List<Whole> page(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = desk.toRead(OPERATION, caseId, "documents");
    CaseHistory.Parts parts = history.of(file);
    return pages
        .newestFirst(
            CaseDocument.class, "and state <> 'arriving'", "happenedAt", parts, after, limit)
        .stream()
        .map(one -> open(parts.child(one.caseId()), one, parts.from(one.caseId()).orElse(null)))
        .toList();
  }

  Whole open(CaseFile file, CaseDocument document) {
    return open(file.childId(), document, null);
  }

  private Whole open(UUID child, CaseDocument document, @Nullable String fromCase) {
    return new Whole(
        document,
        words.open(child, UploadDocument.TITLE, document.id(), document.title()),
        Objects.requireNonNull(
            words.open(child, UploadDocument.SENT_HASH, document.id(), document.sentHash())),
        fromCase);
  }

  /**
   * Every opening of a document is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Content content(UUID id) {
    CaseDocument document = recorder.find(CaseDocument.class, id);
    if (document.isArriving()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    CaseFile file = desk.toRead(OPERATION, document.caseId(), "document");
    if (document.isRemoved()) {
      throw new ProblemException(CaseProblem.DOCUMENT_REMOVED);
    }
    audit.read(OPERATION.name(), "document", id, document.kind(), document.kept());
    return new Content(
        id,
        file.childId(),
        document.keptSize().orElseThrow(),
        document.pieces(),
        document.fileKind(),
        callers.current());
  }

  /** Piece by piece, holding no connection while a slow reader reads. */
  public void write(Content content, OutputStream out) throws IOException {
    for (int from = 0; from < content.pieces(); from += Pieces.AT_ONCE) {
      int position = from;
      out.write(
          callers.<byte[], RuntimeException>as(
              content.reader(),
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () ->
                              pieces.read(
                                  content.child(), content.id(), position, Pieces.AT_ONCE))));
    }
  }
}
