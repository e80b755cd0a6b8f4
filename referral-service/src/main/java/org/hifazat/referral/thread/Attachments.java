package org.hifazat.referral.thread;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.file.FileKind;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.packet.PacketRules;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** Files of a referral as one side finds them: what was sent, and its own that were not yet. */
@ApplicationScoped
public class Attachments {
  private final EntityManager entities;
  private final ThreadDesk desk;
  private final ThreadWords words;
  private final AttachmentPieces pieces;
  private final PacketRules rules;
  private final CareWithPackets care;
  private final CallerContext callers;
  private final AuditLog audit;

  Attachments(
      EntityManager entities,
      ThreadDesk desk,
      ThreadWords words,
      AttachmentPieces pieces,
      PacketRules rules,
      CareWithPackets care,
      CallerContext callers,
      AuditLog audit) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.pieces = pieces;
    this.rules = rules;
    this.care = care;
    this.callers = callers;
    this.audit = audit;
  }

  /**
   * @param title absent where the caller's side reads no words of the referral any more, and of
   *     what a psychologist sent to others of the unit
   */
  public record Shown(Attachment attachment, @Nullable String title) {}

  /** Content on its way out. */
  public record Content(
      UUID id, UUID subject, int size, int pieces, FileKind kind, Caller reader) {}

  /**
   * In the order they came; the read is audited.
   *
   * @throws ProblemException not-found when out of reach or erased
   */
  @Transactional
  public List<Shown> of(UUID referralId) {
    ThreadDesk.Place place = desk.toRead(referralId);
    List<Attachment> rows =
        entities
            .createQuery(
                "from Attachment where referralId = :referral and (state = 'sent'"
                    + " or (side = :side and author = :author)) order by recordedAt, id",
                Attachment.class)
            .setParameter("referral", referralId)
            .setParameter("side", place.side().label())
            .setParameter("author", place.author())
            .getResultList();
    audit.read(place.operation().name(), "referral", referralId, "attachments");
    words.preload(place.referral());
    return shown(place, rows);
  }

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found when out of reach or another's that was not sent
   */
  @Transactional
  public Shown one(UUID referralId, UUID id) {
    ThreadDesk.Place place = desk.toRead(referralId);
    Shown shown = shown(place, List.of(found(place, id))).getFirst();
    audit.read(place.operation().name(), "attachment", id, "title");
    return shown;
  }

  /** Those that went with messages. */
  List<Shown> ofMessages(ThreadDesk.Place place, Collection<UUID> messages) {
    return shown(
        place,
        entities
            .createQuery(
                "from Attachment where messageId in :messages order by recordedAt, id",
                Attachment.class)
            .setParameter("messages", messages)
            .getResultList());
  }

  Shown shown(ThreadDesk.Place place, Attachment row) {
    return shown(place, List.of(row)).getFirst();
  }

  private List<Shown> shown(ThreadDesk.Place place, List<Attachment> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Set<String> withheld = withheld(place);
    try {
      return rows.stream()
          .map(
              row ->
                  new Shown(
                      row,
                      place.reads() && !isWithheld(row, withheld)
                          ? words.openIfAny(
                              place.referral(), ThreadWords.TITLE, row.id(), row.title())
                          : null))
          .toList();
    } catch (ErasedSubjectException erased) {
      audit.refused(place.operation().name(), "referral", place.referral().id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  /**
   * Kinds that colleagues of the psychologist see in the packet without a word of them: their files
   * they do not open either.
   */
  private Set<String> withheld(ThreadDesk.Place place) {
    return place.side() == Side.REQUESTER && !care.handlesClinical()
        ? rules.clinicalKinds()
        : Set.of();
  }

  /** What the agency sends in answer is for whoever has the case. */
  private static boolean isWithheld(Attachment row, Set<String> kinds) {
    return row.isBy(Side.REQUESTER) && row.kind().filter(kinds::contains).isPresent();
  }

  /**
   * Every opening is audited.
   *
   * @throws ProblemException not-found, thread-closed where the agency reads nothing any more,
   *     not-claimed where the caller has not taken it, not-accepted where the agency has not said
   *     yes to what holds the sender's files, forbidden where a psychologist sent it
   */
  @Transactional
  public Content content(UUID referralId, UUID id) {
    ThreadDesk.Place place = desk.toRead(referralId);
    Attachment attachment = found(place, id);
    if (attachment.isArriving()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    if (!place.reads()) {
      place.requireOpen();
      throw new ProblemException(ReferralProblem.NOT_CLAIMED);
    }
    if (attachment.isBy(Side.REQUESTER) && !place.readsPacket()) {
      audit.refused(place.operation().name(), "attachment", id, "not-accepted");
      throw new ProblemException(ReferralProblem.NOT_ACCEPTED);
    }
    if (isWithheld(attachment, withheld(place))) {
      audit.refused(place.operation().name(), "attachment", id, "clinical");
      throw new ProblemException(CommonProblem.FORBIDDEN);
    }
    audit.read(place.operation().name(), "attachment", id);
    return new Content(
        id,
        place.referral().caseId(),
        attachment.size(),
        attachment.pieces(),
        attachment.fileKind(),
        callers.current());
  }

  /** Piece by piece, holding no connection while a slow reader reads. */
  public void write(Content content, OutputStream out) throws IOException {
    for (int from = 0; from < content.pieces(); from += AttachmentPieces.AT_ONCE) {
      int position = from;
      out.write(
          callers.<byte[], RuntimeException>as(
              content.reader(),
              () ->
                  QuarkusTransaction.requiringNew()
                      .call(
                          () ->
                              pieces.read(
                                  content.subject(),
                                  content.id(),
                                  position,
                                  AttachmentPieces.AT_ONCE))));
    }
  }

  private Attachment found(ThreadDesk.Place place, UUID id) {
    Attachment attachment = entities.find(Attachment.class, id);
    if (attachment == null
        || !attachment.referralId().equals(place.referral().id())
        || (!attachment.isSent() && !attachment.isOf(place))) {
      audit.refused(place.operation().name(), "attachment", id, "not-found");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    return attachment;
  }
}
