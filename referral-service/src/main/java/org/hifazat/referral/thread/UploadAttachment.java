package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.platform.web.file.FileKind;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.packet.ReleaseItems;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** Takes a file piece by piece, over a line that may break at any time. */
@ApplicationScoped
public class UploadAttachment {
  public static final int MOST = 10 << 20;
  public static final int SMALLEST_PIECE = 32 << 10;
  public static final int LARGEST_PIECE = 256 << 10;

  /** An upload nobody goes on with, and a whole file nobody sends, go after it. */
  static final Duration LASTS = Duration.ofHours(24);

  private static final int MOST_OF_A_REFERRAL = 50;

  private final Session entities;
  private final ThreadDesk desk;
  private final ThreadWords words;
  private final Attachments attachments;
  private final AttachmentPieces pieces;
  private final ReleaseItems release;
  private final ServiceDirectory directory;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  UploadAttachment(
      Session entities,
      ThreadDesk desk,
      ThreadWords words,
      Attachments attachments,
      AttachmentPieces pieces,
      ReleaseItems release,
      ServiceDirectory directory,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.attachments = attachments;
    this.pieces = pieces;
    this.release = release;
    this.directory = directory;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param kind which kind of item of a packet it is; a sender says so, an agency need not
   * @param because the reason, where the kind goes for one only
   * @param orderId the order of the case, where the kind goes on one only
   * @param sha256 of the whole, in hex
   */
  public record Command(
      UUID referralId,
      @Nullable String kind,
      @Nullable String because,
      @Nullable UUID orderId,
      @Nullable String title,
      String mediaType,
      int size,
      String sha256) {}

  /**
   * @throws ProblemException not-found, claimed-already, thread-closed, media-type-not-taken,
   *     kind-needed, too-many-attachments, consent-missing, second-person-awaited, of what may not
   *     go to such a service, or one of idempotent creation
   */
  @Transactional
  public Created begin(Command command, @Nullable String idempotencyKey) {
    ThreadDesk.Place place = desk.toWrite(command.referralId());
    return creation.once(
        idempotencyKey,
        place.operation().name() + "-attachment",
        command,
        () -> begin(place, command));
  }

  private Created begin(ThreadDesk.Place place, Command command) {
    place.requireOpen();
    if (FileKind.of(command.mediaType()).isEmpty()) {
      throw new ProblemException(ReferralProblem.MEDIA_TYPE_NOT_TAKEN);
    }
    boolean exceptional = place.side() == Side.REQUESTER && isException(place, command);
    desk.requireSharing(place, exceptional);
    Referral referral = place.referral();
    refuseOneTooMany(referral.id());
    UUID id = ids.next();
    Instant now = now();
    entities.persist(
        Attachment.begun(
            place,
            new Attachment.Announced(
                id,
                command.kind(),
                words.sealIfAny(referral, ThreadWords.BECAUSE, id, command.because()),
                command.mediaType(),
                words.sealIfAny(referral, ThreadWords.TITLE, id, command.title()),
                command.size(),
                words.seal(referral, ThreadWords.HASH, id, command.sha256()),
                now,
                now.plus(LASTS))));
    entities.flush();
    String kind = command.kind() == null ? "no-kind" : command.kind();
    String order = command.orderId() == null ? "no-order" : "order:" + command.orderId();
    audit.performed(
        place.operation().name(), "attachment", id, exceptional ? "released:" + kind : kind, order);
    return Created.now(id, URI.create(place.path() + "/attachments/" + id));
  }

  /** The rules of the packet hold for what follows it. */
  private boolean isException(ThreadDesk.Place place, Command command) {
    if (command.kind() == null) {
      throw new ProblemException(
          ReferralProblem.KIND_NEEDED, new Violation("/kind", "kind-needed"));
    }
    Referral referral = place.referral();
    return release.isException(
        new ReleaseItems.Purpose(
            referral.caseId(),
            referral.category(),
            referral.agencyId().map(directory::listedFor).orElse(referral.category())),
        new ReleaseItems.Wanted(command.kind(), "", command.because(), command.orderId()));
  }

  private void refuseOneTooMany(UUID referralId) {
    long present =
        entities
            .createQuery("select count(*) from Attachment where referralId = :id", Long.class)
            .setParameter("id", referralId)
            .getSingleResult();
    if (present >= MOST_OF_A_REFERRAL) {
      throw new ProblemException(ReferralProblem.TOO_MANY_ATTACHMENTS);
    }
  }

  /**
   * @throws ProblemException not-found, claimed-already, thread-closed, upload-over, piece-size,
   *     offset-not-here
   */
  @Transactional
  public Attachments.Shown receive(UUID referralId, UUID id, int offset, byte[] piece) {
    ThreadDesk.Place place = desk.toWrite(referralId);
    place.requireOpen();
    Attachment attachment = arriving(place, id);
    if (offset != attachment.received()) {
      throw new ProblemException(ReferralProblem.OFFSET_NOT_HERE);
    }
    int left = attachment.sentSize() - offset;
    boolean last = piece.length == left;
    if (piece.length > left
        || piece.length == 0
        || (!last && piece.length < SMALLEST_PIECE)
        || piece.length > LARGEST_PIECE) {
      throw new ProblemException(ReferralProblem.PIECE_SIZE);
    }
    int position = attachment.received(piece.length, now().plus(LASTS));
    entities.flush();
    pieces.put(place.referral().caseId(), id, position, piece);
    return attachments.shown(place, attachment);
  }

  /**
   * Nothing of it remains.
   *
   * @throws ProblemException not-found, or upload-over when it was sent
   */
  @Transactional
  public void discard(UUID referralId, UUID id) {
    ThreadDesk.Place place = desk.toWrite(referralId);
    Attachment attachment = own(place, id);
    if (attachment.isSent()) {
      throw new ProblemException(ReferralProblem.UPLOAD_OVER);
    }
    entities.remove(attachment);
    audit.performed(place.operation().name(), "attachment", id, "discarded");
  }

  /** Locked, and still to be gone on with. */
  @Transactional(Transactional.TxType.MANDATORY)
  Attachment arriving(ThreadDesk.Place place, UUID id) {
    Attachment attachment = own(place, id);
    if (!attachment.isArriving() || attachment.isOver(clock.instant())) {
      throw new ProblemException(ReferralProblem.UPLOAD_OVER);
    }
    return attachment;
  }

  private Attachment own(ThreadDesk.Place place, UUID id) {
    Attachment attachment = entities.find(Attachment.class, id);
    if (attachment == null || !attachment.isOf(place)) {
      audit.refused(place.operation().name(), "attachment", id, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    if (!attachment.isSent()) {
      entities.refresh(attachment, LockModeType.PESSIMISTIC_WRITE);
    }
    return attachment;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
