package org.hifazat.referral.thread;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.file.ConfiguredScanner;
import org.hifazat.platform.web.file.FileInspector;
import org.hifazat.platform.web.file.FileKind;
import org.hifazat.platform.web.file.Inspection;
import org.hifazat.referral.ReferralProblem;

/**
 * Looks at a file that has arrived whole: it is kept when it is what it was said to be, without
 * what a picture tells of place and camera; else nothing of it is. One at a time and outside any
 * transaction, since a picture takes memory and time.
 */
@ApplicationScoped
public class FinishAttachment {
  private static final int PATIENCE_SECONDS = 15;

  private final Semaphore one = new Semaphore(1, true);
  private final EntityManager entities;
  private final ThreadDesk desk;
  private final ThreadWords words;
  private final UploadAttachment uploads;
  private final Attachments attachments;
  private final AttachmentPieces pieces;
  private final ConfiguredScanner scanner;
  private final AuditLog audit;
  private final Clock clock;

  FinishAttachment(
      EntityManager entities,
      ThreadDesk desk,
      ThreadWords words,
      UploadAttachment uploads,
      Attachments attachments,
      AttachmentPieces pieces,
      ConfiguredScanner scanner,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.uploads = uploads;
    this.attachments = attachments;
    this.pieces = pieces;
    this.scanner = scanner;
    this.audit = audit;
    this.clock = clock;
  }

  private record Arrived(FileKind said, String hash, long version, byte[] content) {}

  /**
   * @throws ProblemException not-found, claimed-already, thread-closed, upload-over,
   *     upload-not-whole, service-unavailable; and with nothing kept: hash-differs,
   *     content-not-as-said, content-not-safe, picture-too-large
   */
  public Attachments.Shown handle(UUID referralId, UUID id) {
    take();
    try {
      Optional<Attachments.Shown> done =
          QuarkusTransaction.requiringNew().call(() -> finished(referralId, id));
      if (done.isPresent()) {
        return done.get();
      }
      Arrived arrived = QuarkusTransaction.requiringNew().call(() -> arrived(referralId, id));
      if (!hash(arrived.content()).equals(arrived.hash())) {
        throw refused(referralId, id, ReferralProblem.HASH_DIFFERS);
      }
      return switch (inspect(arrived)) {
        case Inspection.Sound(byte[] content) ->
            QuarkusTransaction.requiringNew()
                .call(() -> keep(referralId, id, arrived.version(), content));
        case Inspection.Refused(Inspection.Fault why) ->
            throw refused(referralId, id, problem(why));
      };
    } finally {
      one.release();
    }
  }

  /** Asked again after an answer that was lost on the way. */
  private Optional<Attachments.Shown> finished(UUID referralId, UUID id) {
    Attachments.Shown shown = attachments.one(referralId, id);
    return shown.attachment().isArriving() ? Optional.empty() : Optional.of(shown);
  }

  private Arrived arrived(UUID referralId, UUID id) {
    ThreadDesk.Place place = desk.toWrite(referralId);
    place.requireOpen();
    Attachment attachment = uploads.arriving(place, id);
    if (attachment.received() < attachment.sentSize()) {
      throw new ProblemException(ReferralProblem.UPLOAD_NOT_WHOLE);
    }
    return new Arrived(
        attachment.fileKind(),
        words.open(place.referral(), ThreadWords.HASH, id, attachment.sentHash()),
        attachment.version(),
        whole(place.referral().caseId(), attachment));
  }

  private byte[] whole(UUID subject, Attachment attachment) {
    ByteBuffer whole = ByteBuffer.allocate(attachment.received());
    for (int from = 0; from < attachment.pieces(); from += AttachmentPieces.AT_ONCE) {
      whole.put(pieces.read(subject, attachment.id(), from, AttachmentPieces.AT_ONCE));
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

  private Attachments.Shown keep(UUID referralId, UUID id, long version, byte[] content) {
    ThreadDesk.Place place = desk.toWrite(referralId);
    Attachment attachment = uploads.arriving(place, id);
    if (attachment.version() != version) {
      throw new ProblemException(CommonProblem.REQUEST_IN_PROGRESS);
    }
    if (content.length > UploadAttachment.MOST) {
      throw new ProblemException(ReferralProblem.PICTURE_TOO_LARGE);
    }
    int count = pieces.replace(place.referral().caseId(), id, content);
    attachment.keep(content.length, count, clock.instant().plus(UploadAttachment.LASTS));
    entities.flush();
    audit.performed(place.operation().name(), "attachment", id, "kept");
    return attachments.shown(place, attachment);
  }

  private ProblemException refused(UUID referralId, UUID id, ReferralProblem why) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              ThreadDesk.Place place = desk.toWrite(referralId);
              entities.remove(uploads.arriving(place, id));
              audit.performed(place.operation().name(), "attachment", id, "not-kept", why.code());
            });
    return new ProblemException(why);
  }

  private static ReferralProblem problem(Inspection.Fault why) {
    return switch (why) {
      case NOT_AS_SAID -> ReferralProblem.CONTENT_NOT_AS_SAID;
      case NOT_SAFE -> ReferralProblem.CONTENT_NOT_SAFE;
      case PICTURE_TOO_LARGE -> ReferralProblem.PICTURE_TOO_LARGE;
    };
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
