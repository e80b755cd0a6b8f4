package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.CareWithPackets;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.access.SystemLimits;
import org.hifazat.referral.knowncase.KnownCase;
import org.jspecify.annotations.Nullable;

/** Reading referrals within the caller's reach. */
@ApplicationScoped
public class ReferralQueries {
  private final EntityManager entities;
  private final ReferralWords words;
  private final FieldCipher cipher;
  private final Reach reach;
  private final HandoverWords handovers;
  private final AgencyQueue queue;
  private final Clock clock;
  private final CallerContext callers;
  private final AuditLog audit;
  private final CareWithPackets care;
  private final Readings readings;
  private final SystemLimits limits;

  ReferralQueries(
      EntityManager entities,
      ReferralWords words,
      FieldCipher cipher,
      Reach reach,
      HandoverWords handovers,
      AgencyQueue queue,
      Clock clock,
      CallerContext callers,
      AuditLog audit,
      CareWithPackets care,
      Readings readings,
      SystemLimits limits) {
    this.entities = entities;
    this.words = words;
    this.cipher = cipher;
    this.reach = reach;
    this.handovers = handovers;
    this.queue = queue;
    this.clock = clock;
    this.callers = callers;
    this.audit = audit;
    this.care = care;
    this.readings = readings;
    this.limits = limits;
  }

  /**
   * A referral with its words in clear and its steps in order.
   *
   * @param packetState whether its agency, or the caller who is of it, reads the packet now
   * @param mine the caller took it out of the agency's queue
   * @param addresseeName what the one person it is meant for is called; null for the queue
   * @param handovers oldest first; of somebody else's at the agency none
   * @param claimedName what whoever has it is called at the agency
   */
  public record Whole(
      Referral referral,
      Packet packet,
      PacketState packetState,
      boolean mine,
      @Nullable String claimedName,
      @Nullable String addresseeName,
      List<HandedOver> handovers,
      @Nullable String statusReason,
      @Nullable String outcomeText,
      List<ReferralStep> steps) {}

  /**
   * Newest first, without the packet; also those of cases that went into this one.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when the case is out of reach
   */
  @Transactional
  public List<Referral> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    KnownCase known = reach.toCase(ReferralOperation.LIST_REFERRALS_OF_CASE, caseId);
    String text = "from Referral where caseId in :cases and unitId = :unit";
    if (after != null) {
      text += " and authoredAt <= :at and (authoredAt < :at or id < :id)";
    }
    TypedQuery<Referral> query =
        entities
            .createQuery(text + " order by authoredAt desc, id desc", Referral.class)
            .setParameter("cases", reach.historyOf(known))
            .setParameter("unit", known.unitId())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /**
   * For the sender's side, without the words of clinical items where they are not the caller's to
   * read; the read is audited.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when out of reach or erased
   */
  @Transactional
  public Whole forSender(UUID id) {
    ReferralOperation operation = ReferralOperation.VIEW_REFERRAL;
    Referral referral = reach.asSender(operation, id);
    boolean all = care.handlesClinical();
    return read(
        operation,
        referral,
        referral.packetState(clock.instant()),
        packet -> all ? packet : packet.withoutClinical());
  }

  /**
   * For the agency it is addressed to; the read is audited, and how much it held of the packet. A
   * client of it that may answer and not read is as somebody who has not taken the referral.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when out of reach or erased
   */
  @Transactional
  public Whole forAgency(UUID id) {
    ReferralOperation operation = ReferralOperation.PARTNER_VIEW_REFERRAL;
    Referral referral = reach.asTarget(operation, id);
    PacketState held = queue.packetState(referral, clock.instant());
    PacketState state =
        held.showsWords() && !limits.permit(operation.name()) ? PacketState.UNCLAIMED : held;
    return read(operation, referral, state, UnaryOperator.identity(), "packet-" + state.label());
  }

  /**
   * For whoever opened a link to it; the read is audited, and how much it held of the packet.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when erased
   */
  @Transactional
  public Whole forLink(UUID id) {
    ReferralOperation operation = ReferralOperation.LINK_VIEW_REFERRAL;
    Referral referral = reach.asTarget(operation, id);
    PacketState state = queue.packetState(referral, clock.instant());
    return read(operation, referral, state, UnaryOperator.identity(), "packet-" + state.label());
  }

  /** Those addressed to the caller's agency, in the order they changed; drafts are no one's. */
  @Transactional
  public List<Referral> changedSince(@Nullable Instant since, @Nullable Cursor after, int limit) {
    Optional<UUID> agency = callers.current().agencyId();
    if (agency.isEmpty()) {
      return List.of();
    }
    String text = "from Referral where agencyId = :agency and status <> 'draft'";
    if (since != null) {
      text += " and lastModified >= :since";
    }
    if (after != null) {
      text += " and lastModified >= :at and (lastModified > :at or id > :id)";
    }
    TypedQuery<Referral> query =
        entities
            .createQuery(text + " order by lastModified, id", Referral.class)
            .setParameter("agency", agency.get())
            .setMaxResults(limit);
    if (since != null) {
      query.setParameter("since", since);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  private Whole read(
      ReferralOperation operation,
      Referral referral,
      PacketState state,
      UnaryOperator<Packet> shown,
      String... codes) {
    try {
      Whole whole = whole(referral, state, shown);
      if (operation == ReferralOperation.VIEW_REFERRAL) {
        readings.read(referral, Side.REQUESTER);
      } else if (state.showsWords()) {
        readings.read(referral, Side.TARGET);
      }
      audit.read(operation.name(), "referral", referral.id(), codes);
      return whole;
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "referral", referral.id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Whole whole(Referral referral, PacketState state, UnaryOperator<Packet> shown) {
    cipher.preload(List.of(referral.caseId()));
    List<ReferralStep> steps =
        entities
            .createQuery(
                "from ReferralStep where referralId = :id order by recordedAt, id",
                ReferralStep.class)
            .setParameter("id", referral.id())
            .getResultList();
    Handling handling = referral.handling().orElse(null);
    return new Whole(
        referral,
        shown.apply(words.packet(referral)),
        state,
        queue.isMine(referral),
        words.open(referral, "claimed_name", handling == null ? null : handling.claimedName()),
        handovers.addressee(referral),
        handovers.of(referral),
        words.open(referral, "status_reason", referral.statusReason()),
        words.open(referral, "outcome_text", referral.outcomeText()),
        steps);
  }
}
