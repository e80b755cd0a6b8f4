package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.addressee.AgencyPeople;

/**
 * Who at an agency has a referral: a person who takes it has it alone, the agency's own system
 * speaks for all of them. What is meant for one person is that person's alone, until it is handed
 * over.
 */
@ApplicationScoped
public class AgencyQueue {
  private static final String PERSON = "partner-worker";

  private final CallerContext callers;
  private final AgencyPeople people;

  AgencyQueue(CallerContext callers, AgencyPeople people) {
    this.callers = callers;
    this.people = people;
  }

  /** Taken out of the queue by the caller, or meant for them from the first. */
  boolean isMine(Referral referral) {
    return isTaken(referral) || isMeantForMe(referral);
  }

  /** Those of a page that are the caller's, asked for all at once. */
  Set<UUID> mine(List<Referral> page) {
    Set<UUID> addressees =
        page.stream()
            .flatMap(referral -> referral.addressee().stream())
            .collect(Collectors.toSet());
    Set<UUID> me =
        callers.current().has(PERSON)
            ? people.ofAccount(addressees, callers.current().subject())
            : Set.of();
    return page.stream()
        .filter(
            referral -> isTaken(referral) || referral.addressee().filter(me::contains).isPresent())
        .map(Referral::id)
        .collect(Collectors.toSet());
  }

  private boolean isMeantForMe(Referral referral) {
    return callers.current().has(PERSON)
        && referral
            .addressee()
            .filter(person -> people.isAccountOf(person, callers.current().subject()))
            .isPresent();
  }

  /** Meant for one person, and the caller is not that person; also when it is the system. */
  boolean isForAnother(Referral referral) {
    return referral.addressee().isPresent() && !isMeantForMe(referral);
  }

  /**
   * @throws ProblemException addressed-to-another when it is meant for one person there
   */
  void requireMeantFor(Referral referral) {
    if (isForAnother(referral)) {
      throw new ProblemException(ReferralProblem.ADDRESSED_TO_ANOTHER);
    }
  }

  /** Whoever said yes by a link has it: also when the sender makes them a second one later. */
  private boolean isTaken(Referral referral) {
    return referral
        .handling()
        .flatMap(Handling::claimedBy)
        .filter(
            subject ->
                callers.current().has(LinkHolder.ROLE)
                    ? LinkHolder.isLink(subject)
                    : subject.equals(callers.current().subject()))
        .isPresent();
  }

  boolean isAnothers(Referral referral) {
    return referral.handling().flatMap(Handling::claimedBy).isPresent() && !isMine(referral);
  }

  /**
   * @throws ProblemException addressed-to-another when it is meant for one person there,
   *     claimed-already when a person answers what a colleague has
   */
  public void requireNobodyElse(Referral referral) {
    requireMeantFor(referral);
    Caller caller = callers.current();
    if ((caller.has(PERSON) || caller.has(LinkHolder.ROLE)) && isAnothers(referral)) {
      throw new ProblemException(ReferralProblem.CLAIMED_ALREADY);
    }
  }

  /**
   * What the caller reads of the packet: the child is found by it, so only who has taken it, and
   * not before the agency has said yes. The agency's system shows its people what it holds. Whoever
   * opened a link is as somebody at the agency who has not taken it, until the yes.
   */
  public PacketState packetState(Referral referral, Instant now) {
    PacketState state = referral.packetState(now);
    if (state != PacketState.READABLE) {
      return state;
    }
    if (isForAnother(referral)) {
      return PacketState.WITH_A_COLLEAGUE;
    }
    if (callers.current().has(PERSON) && !isMine(referral)) {
      return isAnothers(referral) ? PacketState.WITH_A_COLLEAGUE : PacketState.UNCLAIMED;
    }
    boolean answered = referral.status() != ReferralStatus.REQUESTED;
    if (callers.current().has(LinkHolder.ROLE)) {
      return isAnothers(referral)
          ? PacketState.WITH_A_COLLEAGUE
          : answered ? PacketState.READABLE : PacketState.UNCLAIMED;
    }
    return answered ? PacketState.READABLE : PacketState.NOT_ACCEPTED;
  }

  /** Whoever answers has seen it; a person who answers what nobody has, has it, also by a link. */
  void answered(Referral referral, Instant at, Instant now) {
    Caller caller = callers.current();
    boolean one = caller.has(PERSON) || caller.has(LinkHolder.ROLE);
    if (one && referral.handling().flatMap(Handling::claimedBy).isEmpty()) {
      referral.claim(caller.subject(), null, at, now);
    } else {
      referral.acknowledge(at, now);
    }
  }
}
