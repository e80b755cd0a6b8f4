package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.addressee.AgencyPeople;
import org.hifazat.referral.code.ReferralCodes;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;
import org.jspecify.annotations.Nullable;

/** Sends a referral: consent first, or an override that stands; then the least the agency needs. */
@ApplicationScoped
public class MakeReferral {
  private final ReferralRepository referrals;
  private final EntityManager entities;
  private final KnownCases cases;
  private final Destinations destinations;
  private final Deadlines deadlines;
  private final ReferralCodes codes;
  private final BuildPacket packets;
  private final ReferralWords words;
  private final AgencyPeople people;
  private final HandoverWords names;
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
      Destinations destinations,
      Deadlines deadlines,
      ReferralCodes codes,
      BuildPacket packets,
      ReferralWords words,
      AgencyPeople people,
      HandoverWords names,
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
    this.destinations = destinations;
    this.deadlines = deadlines;
    this.codes = codes;
    this.packets = packets;
    this.words = words;
    this.people = people;
    this.names = names;
    this.reach = reach;
    this.creation = creation;
    this.news = news;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param priority high, medium or low
   * @param addressee the one person of the agency it is meant for; null for its queue
   * @param partOf the referral of this case it is part of
   * @param actionId the action of the case plan it is to carry out
   * @param previewed the mark of the preview the sender looked at
   * @param authoredAt when the referral was made
   */
  public record Command(
      UUID caseId,
      WhereTo to,
      String priority,
      String reasonCode,
      PacketDraft packet,
      @Nullable Chosen addressee,
      @Nullable UUID partOf,
      @Nullable UUID actionId,
      @Nullable String previewed,
      Instant authoredAt) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-any-deadline,
   *     code-unknown, service-unknown, recipient-unknown, addressee-unknown, part-of-unknown,
   *     consent-missing, second-person-awaited, preview-needed, preview-differs, of what may not go
   *     to such a service, or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    KnownCase known = reach.toCase(ReferralOperation.MAKE_REFERRAL, command.caseId());
    return creation.once(
        idempotencyKey,
        ReferralOperation.MAKE_REFERRAL.name(),
        command,
        () -> make(ids.next(), command, known, clock.instant()));
  }

  /**
   * Of a draft, whose id it keeps, in the transaction in which the draft goes.
   *
   * @throws ProblemException as {@link #handle}, but for those of idempotent creation
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Created ofDraft(UUID draftId, Command command) {
    KnownCase known = reach.toCase(ReferralOperation.MAKE_REFERRAL, command.caseId());
    return make(draftId, command, known, clock.instant());
  }

  private Created make(UUID id, Command command, KnownCase known, Instant now) {
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
    Destination to = destinations.of(known, command.to());
    if (codes.find(ReferralCodes.REASON, command.reasonCode()).isEmpty()) {
      throw new ProblemException(
          ReferralProblem.CODE_UNKNOWN, new Violation("/reasonCode", "code-unknown"));
    }
    requirePartOf(command.partOf(), known);
    Sharing sharing = sharing(command, known, to, now);
    Referral referral =
        Referral.requested(fresh(id, command, known, to, sharing, authoredAt, due), now);
    referrals.persistAndFlush(referral);
    String requester = referral.requestedBy().toString();
    entities.persist(
        ReferralStep.of(
            referral,
            new ReferralStep.Made(
                ids.next(), ReferralStatus.DRAFT, Side.REQUESTER, requester, authoredAt, now)));
    news.requested(referral);
    audit.performed(
        ReferralOperation.MAKE_REFERRAL.name(), "referral", referral.id(), sharing.codes());
    return Created.now(referral.id(), URI.create("/v1/referrals/" + referral.id()));
  }

  /** Of this case or of one that went into it, and not entered in error. */
  private void requirePartOf(@Nullable UUID whole, KnownCase known) {
    if (whole != null
        && entities
            .createQuery(
                "select r.id from Referral r where r.id = :id and r.caseId in :cases"
                    + " and r.status <> 'entered-in-error'",
                UUID.class)
            .setParameter("id", whole)
            .setParameter("cases", reach.historyOf(known))
            .getResultList()
            .isEmpty()) {
      throw new ProblemException(
          ReferralProblem.PART_OF_UNKNOWN, new Violation("/partOf", "part-of-unknown"));
    }
  }

  /** What may be shared, and by what it stands. */
  private record Sharing(KnownCases.Basis basis, BuildPacket.Built built) {

    String[] codes() {
      String override = basis.overrideCode();
      return Stream.concat(
              Stream.of(override == null ? "consent-given" : "consent-overridden:" + override),
              built.codes())
          .toArray(String[]::new);
    }
  }

  private Sharing sharing(Command command, KnownCase known, Destination to, Instant now) {
    // The agency reads it from now on: a consent that ended since the paper was written is none.
    KnownCases.Basis basis =
        cases
            .consentToShare(known.caseId(), to.recipient(), now)
            .orElseThrow(() -> new ProblemException(ReferralProblem.CONSENT_MISSING));
    BuildPacket.Built built = packets.of(known, to, command.packet());
    if (basis.awaiting() && !built.exceptions().isEmpty()) {
      throw new ProblemException(ReferralProblem.SECOND_PERSON_AWAITED);
    }
    built.requirePreviewed(command.previewed());
    return new Sharing(basis, built);
  }

  /** Somebody the agency has senders choose. */
  private Addressee addressee(Chosen person, KnownCase known, Destination to, UUID referral) {
    if (to.recipient()
        .agency()
        .filter(agency -> people.lists(agency, person.personId()))
        .isEmpty()) {
      throw new ProblemException(
          ReferralProblem.ADDRESSEE_UNKNOWN, new Violation("/addressee", "addressee-unknown"));
    }
    return new Addressee(
        person.personId(), names.sealAddressee(known.caseId(), referral, person.name()));
  }

  private NewReferral fresh(
      UUID id,
      Command command,
      KnownCase known,
      Destination to,
      Sharing sharing,
      Instant authoredAt,
      Deadlines.Due due) {
    Chosen person = command.addressee();
    return new NewReferral(
        id,
        known.caseId(),
        known.unitId(),
        known.districtCode(),
        callers
            .current()
            .staffId()
            .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)),
        to.serviceId(),
        to.recipient(),
        to.category(),
        command.priority(),
        command.reasonCode(),
        words.seal(known.caseId(), id, sharing.built().packet()),
        sharing.basis(),
        person == null ? null : addressee(person, known, to, id),
        command.partOf(),
        command.actionId(),
        authoredAt,
        due);
  }
}
