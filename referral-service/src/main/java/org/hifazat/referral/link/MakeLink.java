package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.requests.PacketState;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.jspecify.annotations.Nullable;

/** Makes a link to a referral; the one before it ends. Link and code are told once, here. */
@ApplicationScoped
public class MakeLink {
  private static final ReferralOperation OPERATION = ReferralOperation.MAKE_LINK;

  private final EntityManager entities;
  private final Reach reach;
  private final ReferralDesk desk;
  private final CareWithPackets care;
  private final LinkSecrets secrets;
  private final LinkConfig config;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  MakeLink(
      EntityManager entities,
      Reach reach,
      ReferralDesk desk,
      CareWithPackets care,
      LinkSecrets secrets,
      LinkConfig config,
      FieldCipher cipher,
      IdempotentCreation creation,
      CallerContext callers,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.desk = desk;
    this.care = care;
    this.secrets = secrets;
    this.config = config;
    this.cipher = cipher;
    this.creation = creation;
    this.callers = callers;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param recipient whom it is for, as the sender calls them
   * @param validHours how long it waits to be opened
   */
  public record Command(
      UUID referralId, @Nullable String recipient, @Nullable Integer validHours) {}

  /**
   * @param shown what nobody can be told again; null when the request was answered before
   */
  public record Made(Created created, @Nullable Shown shown) {}

  /**
   * @param url with the token behind {@code #}: browsers send that to nobody
   * @param code to be told by another way than the link
   */
  public record Shown(String url, String code) {}

  /**
   * @throws ProblemException not-found, link-not-possible, addressed-to-another,
   *     clinical-by-psychologist, too-many-links or one of idempotent creation
   */
  @Transactional
  public Made handle(Command command, @Nullable String idempotencyKey) {
    Referral referral = reach.asSender(OPERATION, command.referralId());
    String token = secrets.freshToken();
    String code = secrets.freshCode();
    Created created =
        creation.once(
            idempotencyKey, OPERATION.name(), command, () -> make(command, referral, token, code));
    return new Made(
        created,
        created.replayed() ? null : new Shown(config.publicUrl() + "/link#" + token, code));
  }

  private Created make(Command command, Referral referral, String token, String code) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // Of two links made at once the second ends the first.
    entities.lock(referral, LockModeType.PESSIMISTIC_WRITE);
    if (!referral.status().isAtWork() || referral.packetState(now) != PacketState.READABLE) {
      throw new ProblemException(ReferralProblem.LINK_NOT_POSSIBLE);
    }
    // Whoever has the link would be the one person it is meant for.
    if (referral.addressee().isPresent()) {
      throw new ProblemException(ReferralProblem.ADDRESSED_TO_ANOTHER);
    }
    // Whoever makes a link could open it, and read what the packet shows them the kind of only.
    if (!care.handlesClinical() && desk.holdsClinical(referral)) {
      audit.refused(OPERATION.name(), "referral", referral.id(), "clinical");
      throw new ProblemException(ReferralProblem.CLINICAL_BY_PSYCHOLOGIST);
    }
    List<SecureLink> earlier =
        entities
            .createQuery("from SecureLink where referralId = :referral", SecureLink.class)
            .setParameter("referral", referral.id())
            .getResultList();
    if (earlier.size() >= config.perReferral()) {
      throw new ProblemException(ReferralProblem.TOO_MANY_LINKS);
    }
    earlier.stream()
        .filter(link -> link.endedAt().isEmpty())
        .forEach(link -> link.end(SecureLink.State.REPLACED, now));
    entities.flush();
    Integer hours = command.validHours();
    UUID id = ids.next();
    String recipient = command.recipient();
    entities.persist(
        SecureLink.of(
            new SecureLink.Fresh(
                id,
                referral.id(),
                referral.caseId(),
                callers
                    .current()
                    .staffId()
                    .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)),
                recipient == null
                    ? null
                    : cipher.encrypt(referral.caseId(), LinkQueries.RECIPIENT, id, recipient),
                secrets.ofLink(token),
                secrets.keep(id, code),
                now,
                now.plus(hours == null ? config.waits() : Duration.ofHours(hours)))));
    entities.flush();
    audit.performed(OPERATION.name(), "referral", referral.id(), "link:" + id);
    return Created.now(id, URI.create("/v1/referrals/" + referral.id() + "/links"));
  }
}
