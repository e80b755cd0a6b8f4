package org.hifazat.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.file.FileKind;
import org.jspecify.annotations.Nullable;

/** Takes a document piece by piece, over a line that may break at any time. */
@ApplicationScoped
public class UploadDocument {
  public static final int MOST = 25 << 20;
  public static final int SMALLEST_PIECE = 32 << 10;
  public static final int LARGEST_PIECE = 256 << 10;

  static final String TITLE = "case_document.title";
  static final String SENT_HASH = "case_document.sent_hash";
  static final String CLINICAL = "clinical";

  private static final Duration LASTS = Duration.ofHours(24);
  private static final int MOST_AT_ONCE = 10;

  private final Session entities;
  private final CaseDesk desk;
  private final Recorder recorder;
  private final SealedWords words;
  private final Pieces pieces;
  private final AuditLog audit;

  UploadDocument(
      Session entities,
      CaseDesk desk,
      Recorder recorder,
      SealedWords words,
      Pieces pieces,
      AuditLog audit) {
    this.entities = entities;
    this.desk = desk;
    this.recorder = recorder;
    this.words = words;
    this.pieces = pieces;
    this.audit = audit;
  }

  /**
   * @param kind a code of list document-kind
   * @param kept ordinary, restricted or clinical: who reads it
   * @param happenedAt when it was made or received
   * @param sha256 of the whole, in hex
   */
  public record Command(
      UUID caseId,
      String kind,
      String kept,
      @Nullable String title,
      Instant happenedAt,
      String mediaType,
      int size,
      String sha256) {}

  /** What was begun, or begun before by the same request. */
  public record Begun(Created created, CaseDocument document) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, code-unknown,
   *     media-type-not-taken, too-many-uploads, or one of idempotent creation
   */
  @Transactional
  public Begun begin(Command command, @Nullable String idempotencyKey) {
    CaseFile file =
        desk.toChange(
            command.kept().equals(CLINICAL)
                ? CaseOperation.ADD_CLINICAL_DOCUMENT
                : CaseOperation.ADD_DOCUMENT,
            command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            CaseOperation.ADD_DOCUMENT.name(),
            command,
            "/v1/uploads/",
            entry -> begin(file, command, entry));
    return new Begun(created, recorder.find(CaseDocument.class, created.id()));
  }

  private UUID begin(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.happenedAt());
    recorder.requireCodes(entry.at(), CodeLists.Use.of("document-kind", command.kind()));
    if (FileKind.of(command.mediaType()).isEmpty()) {
      throw new ProblemException(CaseProblem.MEDIA_TYPE_NOT_TAKEN);
    }
    if (arriving(entry.by()) >= MOST_AT_ONCE) {
      throw new ProblemException(CaseProblem.TOO_MANY_UPLOADS);
    }
    recorder.keep(
        CaseDocument.begun(
            entry,
            command,
            words.seal(file.childId(), TITLE, entry.id(), command.title()),
            Objects.requireNonNull(
                words.seal(file.childId(), SENT_HASH, entry.id(), command.sha256())),
            entry.at().plus(LASTS)));
    audit.performed(
        CaseOperation.ADD_DOCUMENT.name(), "upload", entry.id(), command.kind(), command.kept());
    return entry.id();
  }

  private long arriving(UUID by) {
    return entities
        .createQuery(
            "select count(*) from CaseDocument where recordedBy = :by and state = 'arriving'"
                + " and expiresAt > :now",
            Long.class)
        .setParameter("by", by)
        .setParameter("now", recorder.now())
        .getSingleResult();
  }

  /**
   * @throws ProblemException not-found, upload-over, piece-size, offset-not-here
   */
  @Transactional
  public CaseDocument receive(UUID id, int offset, byte[] piece) {
    CaseDocument document = locked(id);
    CaseFile file = desk.toChange(CaseOperation.ADD_DOCUMENT, document.caseId());
    if (offset != document.received()) {
      throw new ProblemException(CaseProblem.OFFSET_NOT_HERE);
    }
    int left = document.sentSize() - offset;
    boolean last = piece.length == left;
    if (piece.length > left
        || piece.length == 0
        || (!last && piece.length < SMALLEST_PIECE)
        || piece.length > LARGEST_PIECE) {
      throw new ProblemException(CaseProblem.PIECE_SIZE);
    }
    int position = document.received(piece.length, recorder.now().plus(LASTS));
    recorder.flush();
    pieces.put(file.childId(), id, position, piece);
    return document;
  }

  /**
   * How far it came; only who began it is told, and while they reach the case.
   *
   * @throws ProblemException not-found, upload-over
   */
  @Transactional
  public CaseDocument standing(UUID id) {
    CaseDocument document = recorder.find(CaseDocument.class, id);
    desk.requireReach(CaseOperation.ADD_DOCUMENT, document.caseId());
    requireArriving(document);
    return document;
  }

  /** One's own uploads of a case that are not whole yet, to go on with. */
  @Transactional
  public List<CaseDocument> unfinished(UUID caseId) {
    CaseFile file = desk.toRead(CaseOperation.VIEW_DOCUMENTS, caseId, "uploads");
    return entities
        .createQuery(
            "from CaseDocument where caseId = :case and recordedBy = :me and state = 'arriving'"
                + " and expiresAt > :now order by recordedAt",
            CaseDocument.class)
        .setParameter("case", file.id())
        .setParameter("me", recorder.entry().by())
        .setParameter("now", recorder.now())
        .setMaxResults(MOST_AT_ONCE)
        .getResultList();
  }

  /**
   * Nothing of it remains.
   *
   * @throws ProblemException not-found, upload-over
   */
  @Transactional
  public void discard(UUID id) {
    CaseDocument document = locked(id);
    desk.requireReach(CaseOperation.ADD_DOCUMENT, document.caseId());
    entities.remove(document);
    audit.performed(CaseOperation.ADD_DOCUMENT.name(), "upload", id, "discarded");
  }

  @Transactional(Transactional.TxType.MANDATORY)
  CaseDocument locked(UUID id) {
    // What is kept cannot be locked any more, and is told from what is not there.
    Optional.ofNullable(entities.find(CaseDocument.class, id, LockModeType.PESSIMISTIC_WRITE))
        .ifPresentOrElse(
            this::requireArriving, () -> requireArriving(recorder.find(CaseDocument.class, id)));
    return recorder.find(CaseDocument.class, id);
  }

  private void requireArriving(CaseDocument document) {
    if (!document.isArriving() || document.isExpired(recorder.now())) {
      throw new ProblemException(CaseProblem.UPLOAD_OVER);
    }
  }
}
