package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.knowncase.KnownCases;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralDesk;
import org.hifazat.referral.requests.Side;

/** Where a thread stands: the referral as the caller's side reaches it, and what may be done. */
@ApplicationScoped
class ThreadDesk {
  private final ReferralDesk referrals;
  private final KnownCases cases;
  private final CallerContext callers;
  private final Clock clock;

  ThreadDesk(ReferralDesk referrals, KnownCases cases, CallerContext callers, Clock clock) {
    this.referrals = referrals;
    this.cases = cases;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param operation what the caller does here
   * @param author the caller as messages name who wrote them
   * @param open the agency reads the words of this referral, so that both sides write
   * @param reads the caller reads words of it
   * @param readsPacket the caller reads what is in its packet, and files that follow it
   */
  record Place(
      Referral referral,
      Side side,
      ReferralOperation operation,
      String author,
      boolean open,
      boolean reads,
      boolean readsPacket) {

    /**
     * @throws ProblemException thread-closed
     */
    void requireOpen() {
      if (!open) {
        throw new ProblemException(ReferralProblem.THREAD_CLOSED);
      }
    }

    String path() {
      return switch (side) {
        case REQUESTER -> "/v1/referrals/" + referral.id();
        case TARGET -> "/partner/v1/referrals/" + referral.id();
      };
    }
  }

  /**
   * @throws ProblemException not-found when out of reach
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Place toRead(UUID referralId) {
    return place(ReferralOperation.READ_THREAD, ReferralOperation.PARTNER_READ_THREAD, referralId);
  }

  /**
   * @throws ProblemException not-found when out of reach, claimed-already when a colleague at the
   *     agency has it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Place toWrite(UUID referralId) {
    Place place =
        place(ReferralOperation.WRITE_THREAD, ReferralOperation.PARTNER_WRITE_THREAD, referralId);
    referrals.requireNobodyElse(place.referral());
    return place;
  }

  /**
   * What a sender writes or attaches is shared as the packet was, and needs what it needed.
   *
   * @param exceptional more than such a service gets as a rule
   * @throws ProblemException only-by-link, consent-missing or second-person-awaited
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void requireSharing(Place place, boolean exceptional) {
    if (place.side() == Side.TARGET) {
      return;
    }
    Referral referral = place.referral();
    // Nobody would ever read it: a link opens no thread.
    if (referral.isOutside()) {
      throw new ProblemException(ReferralProblem.ONLY_BY_LINK);
    }
    KnownCases.Basis basis =
        cases
            .consentToShare(referral.caseId(), referral.recipient(), clock.instant())
            .orElseThrow(() -> new ProblemException(ReferralProblem.CONSENT_MISSING));
    if (basis.awaiting() && exceptional) {
      throw new ProblemException(ReferralProblem.SECOND_PERSON_AWAITED);
    }
  }

  private Place place(ReferralOperation asSender, ReferralOperation asAgency, UUID referralId) {
    Referral referral = referrals.reached(asSender, asAgency, referralId);
    Caller caller = callers.current();
    Side side = referrals.side();
    return new Place(
        referral,
        side,
        side == Side.REQUESTER ? asSender : asAgency,
        caller.staffId().map(UUID::toString).orElse(caller.subject()),
        referrals.isReadable(referral),
        referrals.showsWords(referral),
        referrals.showsPacket(referral));
  }
}
