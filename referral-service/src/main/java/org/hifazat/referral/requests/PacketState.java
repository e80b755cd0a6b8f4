package org.hifazat.referral.requests;

import java.util.Locale;

/** Whether the agency reads the packet of a referral, or why not. */
public enum PacketState {
  READABLE,
  /** Nobody at the agency has taken it out of the queue: a person sees what it is, no words. */
  UNCLAIMED,
  /** A colleague has it. */
  WITH_A_COLLEAGUE,
  /** The agency has not said yes: what is asked is read, not where the child is found. */
  NOT_ACCEPTED,
  /** The referral ended so long ago that the agency needs it no more. */
  TIME_OVER,
  CONSENT_ENDED,
  /** It was entered in error. */
  TAKEN_BACK;

  /** Whether what is asked is read, if not where the child is found. */
  boolean showsWords() {
    return switch (this) {
      case READABLE, NOT_ACCEPTED -> true;
      case UNCLAIMED, WITH_A_COLLEAGUE, TIME_OVER, CONSENT_ENDED, TAKEN_BACK -> false;
    };
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
