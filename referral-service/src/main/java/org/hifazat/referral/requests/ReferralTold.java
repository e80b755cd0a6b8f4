package org.hifazat.referral.requests;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a referral that its agency may want to hear of, in the transaction in which
 * it happened; the referral is written already.
 *
 * @param what as messages to agencies name it
 * @param at when it happened
 * @param invented whether it is a sandbox's: its systems are told, and nobody else
 */
public record ReferralTold(UUID referralId, What what, Instant at, boolean invented) {
  /** Of a referral that a unit sent. */
  public ReferralTold(UUID referralId, What what, Instant at) {
    this(referralId, what, at, false);
  }

  /** The kinds of news. */
  public enum What {
    REQUESTED,
    MOVED,
    /** The sender's side moved it to where the agency has nothing more to do with it. */
    CALLED_OFF,
    LOOP_CLOSED,
    REMINDED,
    OVERDUE,
    PACKET_CLOSED,
    /** The same where nobody of the agency could read the packet any more. */
    CLOSED_UNREAD,
    MESSAGE_ADDED,
    FEEDBACK_WITHDRAWN,
    /** The unit took up, or declined, what the agency sent back or proposed. */
    RETURN_ANSWERED,
    FEEDBACK_RELEASED,
    /** What was meant for one person there is for another, or waits in the queue. */
    HANDED_OVER
  }
}
