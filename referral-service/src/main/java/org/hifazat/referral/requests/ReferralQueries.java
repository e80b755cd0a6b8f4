package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Cursor;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCases;
import org.jspecify.annotations.Nullable;

/** Reading referrals. The database shows only what is within the caller's reach. */
@ApplicationScoped
public class ReferralQueries {
  private static final int MOST_OF_ONE_CASE = 200;

  private final EntityManager entities;
  private final ReferralRepository referrals;
  private final KnownCases cases;
  private final ReferralWords words;
  private final FieldCipher cipher;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;

  ReferralQueries(
      EntityManager entities,
      ReferralRepository referrals,
      KnownCases cases,
      ReferralWords words,
      FieldCipher cipher,
      Relations relations,
      Access access,
      AuditLog audit) {
    this.entities = entities;
    this.referrals = referrals;
    this.cases = cases;
    this.words = words;
    this.cipher = cipher;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
  }

  /** A referral with its words in clear and its steps in order. */
  public record Whole(
      Referral referral,
      Packet packet,
      @Nullable String statusReason,
      @Nullable String outcomeText,
      List<ReferralStep> steps) {}

  /** Newest first, without the packet. Empty optional when the case is unknown or out of reach. */
  @Transactional
  public Optional<List<Referral>> ofCase(UUID caseId) {
    return cases
        .withinReach(caseId)
        .map(
            known -> {
              access.require(
                  ReferralOperation.LIST_REFERRALS_OF_CASE,
                  relations.to(known.unitId(), known.ownerId()));
              return entities
                  .createQuery(
                      "from Referral where caseId = :case order by authoredAt desc, id",
                      Referral.class)
                  .setParameter("case", caseId)
                  .setMaxResults(MOST_OF_ONE_CASE)
                  .getResultList();
            });
  }

  /** For the sender's side; the read is audited. */
  @Transactional
  public Optional<Whole> forSender(UUID id) {
    return referrals
        .findByIdOptional(id)
        .map(
            referral -> {
              access.require(
                  ReferralOperation.VIEW_REFERRAL,
                  relations.to(referral.unitId(), referral.requestedBy()));
              audit.read(ReferralOperation.VIEW_REFERRAL.name(), "referral", id);
              return whole(referral);
            });
  }

  /** For the agency it is addressed to; the read is audited. */
  @Transactional
  public Optional<Whole> forAgency(UUID id) {
    return referrals
        .findByIdOptional(id)
        .map(
            referral -> {
              access.require(ReferralOperation.PARTNER_VIEW_REFERRAL, relations.asTarget(referral));
              audit.read(ReferralOperation.PARTNER_VIEW_REFERRAL.name(), "referral", id);
              return whole(referral);
            });
  }

  /** Those addressed to the caller's agency, in the order they changed. */
  @Transactional
  public List<Referral> changedSince(@Nullable Instant since, @Nullable Cursor after, int limit) {
    String text = "from Referral where true = true";
    if (since != null) {
      text += " and lastModified >= :since";
    }
    if (after != null) {
      text += " and (lastModified > :at or (lastModified = :at and id > :id))";
    }
    TypedQuery<Referral> query =
        entities
            .createQuery(text + " order by lastModified, id", Referral.class)
            .setMaxResults(limit);
    if (since != null) {
      query.setParameter("since", since);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
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
