package org.hifazat.cases.document;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.file.ConfiguredScanner;
import org.hifazat.platform.web.file.FileInspector;
import org.hifazat.platform.web.file.FileKind;
import org.hifazat.platform.web.file.Inspection;

/**
 * Looks at a document that has arrived whole: it is kept when it is what it was said to be, else
 * nothing of it is. One at a time and outside any transaction, since a picture takes memory and
 * time.
 */
@ApplicationScoped
public class FinishUpload {
  static final String KEPT_HASH = "case_document.kept_hash";
  private static final CaseOperation OPERATION = CaseOperation.ADD_DOCUMENT;
  private static final int PATIENCE_SECONDS = 15;

  private final Semaphore one = new Semaphore(1, true);
  private final Session entities;
  private final CaseDesk desk;
  private final UploadDocument uploads;
  private final Documents documents;
  private final Pieces pieces;
  private final ConfiguredScanner scanner;
  private final Recorder recorder;
  private final SealedWords words;
  private final Deeds deeds;
  private final AuditLog audit;

  FinishUpload(
      Session entities,
      CaseDesk desk,
      UploadDocument uploads,
      Documents documents,
      Pieces pieces,
      ConfiguredScanner scanner,
      Recorder recorder,
      SealedWords words,
      Deeds deeds,
      AuditLog audit) {
    this.entities = entities;
    this.desk = desk;
    this.uploads = uploads;
    this.documents = documents;
    this.pieces = pieces;
    this.scanner = scanner;
    this.recorder = recorder;
    this.words = words;
    this.deeds = deeds;
    this.audit = audit;
  }

  private record Arrived(FileKind said, String hash, long version, byte[] content) {}

  /**
   * @throws ProblemException not-found, case-closed, upload-over, upload-not-whole,
   *     service-unavailable; and with nothing kept: hash-differs, content-not-as-said,
   *     content-not-safe, picture-too-large
   */
  public Documents.Whole handle(UUID id) {
    take();
    try {
      Optional<Documents.Whole> done = QuarkusTransaction.requiringNew().call(() -> kept(id));
      if (done.isPresent()) {
        return done.get();
      }
      Arrived arrived = QuarkusTransaction.requiringNew().call(() -> arrived(id));
      if (!hash(arrived.content()).equals(arrived.hash())) {
        throw refused(id, CaseProblem.HASH_DIFFERS);
      }
      return switch (inspect(arrived)) {
        case Inspection.Sound(byte[] content) ->
            QuarkusTransaction.requiringNew().call(() -> keep(id, arrived.version(), content));
        case Inspection.Refused(Inspection.Fault why) -> throw refused(id, problem(why));
      };
    } finally {
      one.release();
    }
  }

  /** Asked again after an answer that was lost on the way. */
  private Optional<Documents.Whole> kept(UUID id) {
    CaseDocument document = recorder.find(CaseDocument.class, id);
    CaseFile file = desk.toChange(OPERATION, document.caseId());
    return document.isArriving() ? Optional.empty() : Optional.of(documents.open(file, document));
  }

  private Arrived arrived(UUID id) {
    CaseDocument document = uploads.standing(id);
    CaseFile file = desk.toChange(OPERATION, document.caseId());
    if (document.received() < document.sentSize()) {
      throw new ProblemException(CaseProblem.UPLOAD_NOT_WHOLE);
    }
    return new Arrived(
        document.fileKind(),
        Objects.requireNonNull(
            words.open(file.childId(), UploadDocument.SENT_HASH, id, document.sentHash())),
        document.version(),
        whole(file.childId(), document));
  }

  /** In one array from the beginning: of a large document no two copies fit into memory. */
  private byte[] whole(UUID child, CaseDocument document) {
    ByteBuffer whole = ByteBuffer.allocate(document.received());
    for (int from = 0; from < document.pieces(); from += Pieces.AT_ONCE) {
      whole.put(pieces.read(child, document.id(), from, Pieces.AT_ONCE));
    }
    return whole.array();
  }

  private Inspection inspect(Arrived arrived) {
    return switch (scanner.scan(arrived.content())) {
      case CLEAN -> FileInspector.inspect(arrived.said(), arrived.content());
      case INFECTED -> Inspection.unsafe();
      // The upload stays whole: finishing is asked again.
      case NOT_LOOKED_AT -> throw new ProblemException(CommonProblem.SERVICE_UNAVAILABLE);
    };
  }

  private Documents.Whole keep(UUID id, long version, byte[] content) {
    CaseDocument document = uploads.locked(id);
    CaseFile file = desk.toChange(OPERATION, document.caseId());
    if (document.version() != version) {
      throw new ProblemException(CommonProblem.REQUEST_IN_PROGRESS);
    }
    if (content.length > UploadDocument.MOST) {
      throw new ProblemException(CaseProblem.PICTURE_TOO_LARGE);
    }
    int count = pieces.replace(file.childId(), id, content);
    document.keep(
        content.length,
        count,
        Objects.requireNonNull(words.seal(file.childId(), KEPT_HASH, id, hash(content))),
        recorder.now());
    entities.flush();
    if (document.kept().equals(Documents.ORDINARY)) {
      deeds.done(
          new Deed(
              file,
              OPERATION,
              "document-added",
              document.happenedAt(),
              "document",
              id,
              document.version(),
              List.of(document.kind())));
    } else {
      audit.performed(OPERATION.name(), "document", id, document.kind(), document.kept());
    }
    return documents.open(file, document);
  }

  private ProblemException refused(UUID id, CaseProblem why) {
    QuarkusTransaction.requiringNew().run(() -> refuse(id, why));
    return new ProblemException(why);
  }

  private static CaseProblem problem(Inspection.Fault why) {
    return switch (why) {
      case NOT_AS_SAID -> CaseProblem.CONTENT_NOT_AS_SAID;
      case NOT_SAFE -> CaseProblem.CONTENT_NOT_SAFE;
      case PICTURE_TOO_LARGE -> CaseProblem.PICTURE_TOO_LARGE;
    };
  }

  private void refuse(UUID id, CaseProblem why) {
    entities.remove(uploads.locked(id));
    audit.performed(OPERATION.name(), "upload", id, "not-kept", why.code());
  }

  private void take() {
    try {
      if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ProblemException(CommonProblem.SERVICE_UNAVAILABLE);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ProblemException(CommonProblem.SERVICE_UNAVAILABLE);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
