package org.hifazat.referral.onward;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.event.ReferralReturned;
import org.hifazat.referral.requests.AgencyQueue;
import org.hifazat.referral.requests.PacketState;
import org.hifazat.referral.requests.PeoplesTime;
import org.hifazat.referral.requests.Reach;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Sandbox;
import org.jspecify.annotations.Nullable;

/** The agency's side: back to the sender, or onward to another service, with consent. */
@ApplicationScoped
public class ReturnReferral {
  static final String ONWARD = "onward";
  private static final ReferralOperation OPERATION = ReferralOperation.PARTNER_RETURN_REFERRAL;
  private static final int MOST = 50;

  private final EntityManager entities;
  private final Reach reach;
  private final AgencyQueue queue;
  private final ServiceDirectory directory;
  private final ReferralCodes codes;
  private final FieldCipher cipher;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final Outbox outbox;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ReturnReferral(
      EntityManager entities,
      Reach reach,
      AgencyQueue queue,
      ServiceDirectory directory,
      ReferralCodes codes,
      FieldCipher cipher,
      IdempotentCreation creation,
      CallerContext callers,
      Outbox outbox,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.queue = queue;
    this.directory = directory;
    this.codes = codes;
    this.cipher = cipher;
    this.creation = creation;
    this.callers = callers;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Who agreed.
   *
   * @param givenBy child or caregiver
   */
  public record Consent(String givenBy, Instant givenAt) {}

  /**
   * @param kind back or onward
   * @param serviceId the service proposed; of onward only
   * @param reasonCode of the list of reasons
   * @param words what was found and what is asked
   * @param consent refused without
   */
  public record Command(
      UUID referralId,
      String kind,
      @Nullable UUID serviceId,
      String reasonCode,
      String words,
      @Nullable Consent consent) {}

  /**
   * @throws ProblemException not-found, step-not-allowed, claimed-already, return-needs-consent,
   *     in-the-future, before-the-referral, code-unknown, service-unknown, too-many-entries or one
   *     of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    Referral referral = reach.asTarget(OPERATION, command.referralId());
    return creation.once(idempotencyKey, OPERATION.name(), command, () -> make(command, referral));
  }

  private Created make(Command command, Referral referral) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!hadToDo(referral.status()) || referral.packetState(now) != PacketState.READABLE) {
      throw new ProblemException(ReferralProblem.STEP_NOT_ALLOWED);
    }
    queue.requireNobodyElse(referral);
    Consent consent = required(command.consent(), referral, now);
    if (codes.find(ReferralCodes.REASON, command.reasonCode()).isEmpty()) {
      throw new ProblemException(
          ReferralProblem.CODE_UNKNOWN, new Violation("/reasonCode", "code-unknown"));
    }
    String category = category(command, referral);
    if (entities
            .createQuery(
                "select count(*) from ReferralReturn where referralId = :referral", Long.class)
            .setParameter("referral", referral.id())
            .getSingleResult()
        >= MOST) {
      throw new ProblemException(ReferralProblem.TOO_MANY_ENTRIES);
    }
    UUID id = ids.next();
    entities.persist(
        ReferralReturn.of(
            new ReferralReturn.Fresh(
                id,
                referral.id(),
                referral.caseId(),
                command.kind(),
                command.serviceId(),
                command.reasonCode(),
                cipher.encrypt(referral.caseId(), ReturnQueries.WORDS, id, command.words()),
                consent.givenBy(),
                consent.givenAt(),
                callers.current().subject()),
            now));
    entities.flush();
    if (!Sandbox.holds(referral)) {
      outbox.append(event(id, referral, command.kind(), category, now));
    }
    audit.performed(
        OPERATION.name(),
        "referral",
        referral.id(),
        command.kind(),
        "consent-" + consent.givenBy());
    return Created.now(id, URI.create("/partner/v1/referrals/" + referral.id() + "/returns"));
  }

  private static Consent required(@Nullable Consent consent, Referral referral, Instant now) {
    if (consent == null) {
      throw new ProblemException(ReferralProblem.RETURN_NEEDS_CONSENT);
    }
    Instant at = consent.givenAt().truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    if (PeoplesTime.isBefore(at, referral.authoredAt())) {
      throw new ProblemException(ReferralProblem.BEFORE_THE_REFERRAL);
    }
    return new Consent(consent.givenBy(), at);
  }

  /** Of the service proposed, which is another agency's; null of what goes back. */
  private @Nullable String category(Command command, Referral referral) {
    UUID proposed = command.serviceId();
    if (!command.kind().equals(ONWARD)) {
      if (proposed != null) {
        throw unknown();
      }
      return null;
    }
    if (proposed == null) {
      throw unknown();
    }
    return directory
        .active(proposed)
        .filter(service -> referral.agencyId().filter(service.agencyId()::equals).isEmpty())
        .orElseThrow(ReturnReferral::unknown)
        .category();
  }

  private static ProblemException unknown() {
    return new ProblemException(
        ReferralProblem.SERVICE_UNKNOWN, new Violation("/serviceId", "service-unknown"));
  }

  private static boolean hadToDo(ReferralStatus status) {
    return switch (status) {
      case ACCEPTED, IN_PROGRESS, ON_HOLD, COMPLETED, FAILED -> true;
      case DRAFT, REQUESTED, REJECTED, CANCELLED, ENTERED_IN_ERROR -> false;
    };
  }

  private static OutboxEvent event(
      UUID id, Referral referral, String kind, @Nullable String category, Instant at) {
    return new OutboxEvent(
        ReferralReturned.TYPE,
        "referral-return",
        id.toString(),
        0,
        referral.caseId().toString(),
        at,
        new ReferralReturned(
            id,
            referral.id(),
            referral.caseId(),
            referral.districtCode(),
            referral.unitId(),
            referral.recipient().id(),
            kind,
            category,
            at));
  }
}
