package org.hifazat.referral.requests;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a referral that its agency may want to hear of, in the transaction in which
 * it happened; the referral is written already.
 *
 * @param what as messages to agencies name it
 * @param at when it happened
 */
public record ReferralTold(UUID referralId, What what, Instant at) {
  /** The kinds of news. */
  public enum What {
    REQUESTED,
    MOVED,
    LOOP_CLOSED
  }
}
