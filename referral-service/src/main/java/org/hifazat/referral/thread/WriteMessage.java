package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.requests.ReferralDesk;
import org.jspecify.annotations.Nullable;

/** One side of a referral writes to the other. */
@ApplicationScoped
public class WriteMessage {
  private final EntityManager entities;
  private final ThreadDesk desk;
  private final ThreadWords words;
  private final SendAttachments attachments;
  private final ReferralDesk referrals;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  WriteMessage(
      EntityManager entities,
      ThreadDesk desk,
      ThreadWords words,
      SendAttachments attachments,
      ReferralDesk referrals,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.words = words;
    this.attachments = attachments;
    this.referrals = referrals;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param name what whoever writes is called where they work
   * @param attachments the caller's own that are whole and not sent
   */
  public record Command(
      UUID referralId, String text, @Nullable String name, List<UUID> attachments) {}

  /**
   * @throws ProblemException not-found, claimed-already, thread-closed, consent-missing,
   *     attachment-unknown, or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    ThreadDesk.Place place = desk.toWrite(command.referralId());
    return creation.once(
        idempotencyKey, place.operation().name(), command, () -> write(place, command));
  }

  private Created write(ThreadDesk.Place place, Command command) {
    place.requireOpen();
    desk.requireSharing(place, false);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = ids.next();
    entities.persist(
        ReferralMessage.written(
            id,
            place,
            words.sealIfAny(place.referral(), ThreadWords.NAME, id, command.name()),
            words.seal(place.referral(), ThreadWords.WORDS, id, command.text()),
            now));
    entities.flush();
    attachments.withMessage(place, command.attachments(), id, now);
    referrals.messageAdded(place.referral(), id, now);
    audit.performed(place.operation().name(), "referral", place.referral().id(), "message");
    return Created.now(id, URI.create(place.path() + "/messages/" + id));
  }
}
