package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCase;
import org.hifazat.referral.knowncase.KnownCases;

/** Finds what the caller reaches and asks the rules before anything is done with it. */
@ApplicationScoped
public class Reach {
  private static final String REFERRAL = "referral";

  private final ReferralRepository referrals;
  private final KnownCases cases;
  private final CallerContext callers;
  private final Access access;
  private final LinkHolder links;
  private final AuditLog audit;

  Reach(
      ReferralRepository referrals,
      KnownCases cases,
      CallerContext callers,
      Access access,
      LinkHolder links,
      AuditLog audit) {
    this.referrals = referrals;
    this.cases = cases;
    this.callers = callers;
    this.access = access;
    this.links = links;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-found when unknown or of another unit
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  public KnownCase toCase(ReferralOperation operation, UUID caseId) {
    return toWhatIsOf(operation, caseId, "case", caseId);
  }

  /**
   * The case of something that is reached as its case is.
   *
   * @param type what it is, for the trail, and id which
   * @throws ProblemException not-found when unknown or of another unit
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  public KnownCase toWhatIsOf(ReferralOperation operation, UUID caseId, String type, UUID id) {
    KnownCase known = known(caseId).orElseThrow(() -> absent(operation, type, id));
    access.require(operation, relation(known), type, id);
    return known;
  }

  /**
   * A referral as its sender: whose case it is decides, not who wrote it.
   *
   * @throws ProblemException not-found when unknown or of another unit
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  public Referral asSender(ReferralOperation operation, UUID id) {
    Referral referral =
        callers
            .current()
            .unitId()
            .flatMap(unit -> referrals.ofUnit(id, unit))
            .orElseThrow(() -> absent(operation, REFERRAL, id));
    Relation relation = known(referral.caseId()).map(this::relation).orElse(Relation.SAME_UNIT);
    access.require(operation, relation, REFERRAL, id);
    return referral;
  }

  /**
   * A referral as the agency it is addressed to, also by way of a link that was opened.
   *
   * @throws ProblemException not-found when unknown or addressed to another agency
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  public Referral asTarget(ReferralOperation operation, UUID id) {
    Referral referral =
        callers
            .current()
            .agencyId()
            .flatMap(
                agency ->
                    referrals.addressedTo(id, agency).flatMap(found -> asItStays(found, agency)))
            .or(() -> links.referralId().filter(id::equals).flatMap(referrals::findByIdOptional))
            .orElseThrow(() -> absent(operation, REFERRAL, id));
    access.require(operation, Relation.REFERRED_IN, REFERRAL, id);
    return referral;
  }

  /**
   * What is invented goes when its sandbox begins again: whoever does something with it keeps it
   * until they are done, and finds it gone where the sandbox was faster.
   */
  private Optional<Referral> asItStays(Referral referral, UUID agency) {
    return Sandbox.holds(referral)
        ? referrals.keptFromReset(referral.id(), agency)
        : Optional.of(referral);
  }

  /** The case and those that went into it: of one child, and of one unit and owner. */
  public List<UUID> historyOf(KnownCase known) {
    return cases.historyOf(known.caseId());
  }

  private Optional<KnownCase> known(UUID caseId) {
    return callers.current().unitId().flatMap(unit -> cases.ofUnit(caseId, unit));
  }

  private Relation relation(KnownCase known) {
    Caller caller = callers.current();
    UUID owner = known.ownerId();
    return caller
            .staffId()
            .filter(staff -> staff.equals(owner) || known.alsoTheirs().contains(staff))
            .isPresent()
        ? Relation.OWN
        : Relation.SAME_UNIT;
  }

  private ProblemException absent(ReferralOperation operation, String type, UUID id) {
    audit.refused(operation.name(), type, id, "not-found");
    return new ProblemException(CommonProblem.NOT_FOUND);
  }
}
