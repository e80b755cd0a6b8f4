package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.jspecify.annotations.Nullable;

/** Reading referrals within the caller's reach. */
@ApplicationScoped
public class ReferralQueries {
  private final EntityManager entities;
  private final ReferralWords words;
  private final FieldCipher cipher;
  private final Reach reach;
  private final CallerContext callers;
  private final AuditLog audit;

  ReferralQueries(
      EntityManager entities,
      ReferralWords words,
      FieldCipher cipher,
      Reach reach,
      CallerContext callers,
      AuditLog audit) {
    this.entities = entities;
    this.words = words;
    this.cipher = cipher;
    this.reach = reach;
    this.callers = callers;
    this.audit = audit;
  }

  /** A referral with its words in clear and its steps in order. */
  public record Whole(
      Referral referral,
      Packet packet,
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
      text += " and (authoredAt < :at or (authoredAt = :at and id < :id))";
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
   * For the sender's side; the read is audited.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when out of reach or erased
   */
  @Transactional
  public Whole forSender(UUID id) {
    return read(
        ReferralOperation.VIEW_REFERRAL, reach.asSender(ReferralOperation.VIEW_REFERRAL, id));
  }

  /**
   * For the agency it is addressed to; the read is audited.
   *
   * @throws org.hifazat.platform.web.ProblemException not-found when out of reach or erased
   */
  @Transactional
  public Whole forAgency(UUID id) {
    return read(
        ReferralOperation.PARTNER_VIEW_REFERRAL,
        reach.asTarget(ReferralOperation.PARTNER_VIEW_REFERRAL, id));
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
      text += " and (lastModified > :at or (lastModified = :at and id > :id))";
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

  private Whole read(ReferralOperation operation, Referral referral) {
    try {
      Whole whole = whole(referral);
      audit.read(operation.name(), "referral", referral.id());
      return whole;
    } catch (ErasedSubjectException erased) {
      audit.refused(operation.name(), "referral", referral.id(), "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Whole whole(Referral referral) {
    cipher.preload(List.of(referral.caseId()));
    List<ReferralStep> steps =
        entities
            .createQuery(
                "from ReferralStep where referralId = :id order by recordedAt, id",
                ReferralStep.class)
            .setParameter("id", referral.id())
            .getResultList();
    return new Whole(
        referral,
        words.packet(referral),
        words.open(referral, "status_reason", referral.statusReason()),
        words.open(referral, "outcome_text", referral.outcomeText()),
        steps);
  }
}
