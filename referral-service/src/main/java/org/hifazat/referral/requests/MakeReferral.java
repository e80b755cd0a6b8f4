package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
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
  private final Reach reach;
  private final IdempotentCreation creation;
  private final ReferralNews news;
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
      Reach reach,
      IdempotentCreation creation,
      ReferralNews news,
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
    this.reach = reach;
    this.creation = creation;
    this.news = news;
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
   * @throws ProblemException not-found, case-closed, in-the-future, before-any-deadline,
   *     service-unknown, consent-missing, or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    KnownCase known = reach.toCase(ReferralOperation.MAKE_REFERRAL, command.caseId());
    return creation.once(
        idempotencyKey,
        ReferralOperation.MAKE_REFERRAL.name(),
        command,
        () -> make(command, known, clock.instant()));
  }

  private Created make(Command command, KnownCase known, Instant now) {
    if (known.closed()) {
      throw new ProblemException(ReferralProblem.CASE_CLOSED);
    }
    Instant authoredAt = command.authoredAt().truncatedTo(ChronoUnit.MICROS);
    if (authoredAt.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    Deadlines.Due due =
        deadlines
            .of(command.priority(), authoredAt)
            .orElseThrow(() -> new ProblemException(ReferralProblem.BEFORE_ANY_DEADLINE));
    ServiceDirectory.Service service =
        directory
            .active(command.serviceId())
            .orElseThrow(() -> new ProblemException(ReferralProblem.SERVICE_UNKNOWN));
    Referral referral =
        Referral.requested(draft(command, known, service, authoredAt, due, now), now);
    referrals.persistAndFlush(referral);
    String requester = referral.requestedBy().toString();
    entities.persist(
        ReferralStep.of(
            referral,
            new ReferralStep.Made(
                ids.next(), ReferralStatus.DRAFT, Side.REQUESTER, requester, authoredAt, now)));
    news.requested(referral);
    audit.performed(
        ReferralOperation.MAKE_REFERRAL.name(),
        "referral",
        referral.id(),
        referral.overrideCode().map(code -> "consent-overridden:" + code).orElse("consent-given"));
    return Created.now(referral.id(), URI.create("/v1/referrals/" + referral.id()));
  }

  private Referral.Draft draft(
      Command command,
      KnownCase known,
      ServiceDirectory.Service service,
      Instant authoredAt,
      Deadlines.Due due,
      Instant now) {
    // The agency reads it from now on: a consent that ended since the paper was written is none.
    Optional<UUID> consent =
        cases.consentToShare(known.caseId(), service.agencyId(), LocalDate.ofInstant(now, KARACHI));
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
        callers
            .current()
            .staffId()
            .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)),
        service.id(),
        service.agencyId(),
        service.category(),
        command.priority(),
        command.reasonCode(),
        words.seal(known.caseId(), id, packet),
        consent.orElse(null),
        override == null ? null : override.reasonCode(),
        override == null ? null : words.seal(known.caseId(), id, "override_text", override.text()),
        authoredAt,
        due);
  }
}
