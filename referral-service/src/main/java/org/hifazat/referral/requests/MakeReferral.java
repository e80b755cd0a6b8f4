package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.directory.ServiceDirectory;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;
import org.jspecify.annotations.Nullable;

/** Sends a referral: consent first, or a reason why not; then the least the agency needs. */
@ApplicationScoped
public class MakeReferral {
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");

  private final ReferralRepository referrals;
  private final EntityManager entities;
  private final KnownCases cases;
  private final ServiceDirectory directory;
  private final Deadlines deadlines;
  private final ReferralWords words;
  private final Relations relations;
  private final Access access;
  private final IdempotentCreation creation;
  private final Outbox outbox;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  MakeReferral(
      ReferralRepository referrals,
      EntityManager entities,
      KnownCases cases,
      ServiceDirectory directory,
      Deadlines deadlines,
      ReferralWords words,
      Relations relations,
      Access access,
      IdempotentCreation creation,
      Outbox outbox,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.referrals = referrals;
    this.entities = entities;
    this.cases = cases;
    this.directory = directory;
    this.deadlines = deadlines;
    this.words = words;
    this.relations = relations;
    this.access = access;
    this.creation = creation;
    this.outbox = outbox;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Why sharing without consent is in the child's best interests.
   *
   * @param reasonCode serious-risk, caregiver-suspected, law-or-court or too-young-and-alone
   */
  public record ConsentOverride(String reasonCode, String text) {}

  /**
   * @param priority high, medium or low
   * @param packet its case code is the case's own number, whatever the client sent
   * @param authoredAt when the referral was made
   */
  public record Command(
      UUID caseId,
      UUID serviceId,
      String priority,
      String reasonCode,
      Packet packet,
      Instant authoredAt,
      @Nullable ConsentOverride consentOverride) {}

  /**
   * @throws ProblemException not-found, forbidden, in-the-future, service-unknown, consent-missing,
   *     or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    return creation.once(
        idempotencyKey, ReferralOperation.MAKE_REFERRAL.name(), command, () -> make(command));
  }

  private Created make(Command command) {
    Instant now = clock.instant();
    KnownCase known =
        cases
            .withinReach(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(ReferralOperation.MAKE_REFERRAL, relations.to(known.unitId(), known.ownerId()));
    if (command.authoredAt().isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    ServiceDirectory.Service service =
        directory
            .active(command.serviceId())
            .orElseThrow(() -> new ProblemException(ReferralProblem.SERVICE_UNKNOWN));
    Referral referral = Referral.requested(draft(command, known, service), now);
    referrals.persistAndFlush(referral);
    String requester = referral.requestedBy().toString();
    entities.persist(
        ReferralStep.of(
            referral,
            new ReferralStep.Made(
                ids.next(),
                ReferralStatus.DRAFT,
                Side.REQUESTER,
                requester,
                command.authoredAt(),
                now)));
    outbox.append(ReferralEvents.requested(referral));
    audit.performed(
        ReferralOperation.MAKE_REFERRAL.name(),
        "referral",
        referral.id(),
        referral.consentOverridden() ? "consent-overridden" : "consent-given");
    return Created.now(referral.id(), URI.create("/v1/referrals/" + referral.id()));
  }

  private Referral.Draft draft(Command command, KnownCase known, ServiceDirectory.Service service) {
    Optional<UUID> consent =
        cases.consentToShare(
            known.caseId(), service.agencyId(), LocalDate.ofInstant(command.authoredAt(), KARACHI));
    ConsentOverride override = consent.isPresent() ? null : command.consentOverride();
    if (consent.isEmpty() && override == null) {
      throw new ProblemException(ReferralProblem.CONSENT_MISSING);
    }
    UUID id = ids.next();
    Packet given = command.packet();
    Packet packet =
        new Packet(
            known.number(),
            given.ageBand(),
            given.sex(),
            given.language(),
            given.safeContact(),
            given.safetyWarnings(),
            given.requestText());
    return new Referral.Draft(
        id,
        known.caseId(),
        known.unitId(),
        known.districtCode(),
        callers.current().staffId().orElseThrow(),
        service.id(),
        service.agencyId(),
        service.category(),
        command.priority(),
        command.reasonCode(),
        words.seal(known.caseId(), id, packet),
        consent.orElse(null),
        override == null ? null : override.reasonCode(),
        override == null ? null : words.seal(known.caseId(), id, "override_text", override.text()),
        command.authoredAt(),
        deadlines.of(command.priority(), command.authoredAt()));
  }
}
