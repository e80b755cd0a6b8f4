package org.hifazat.referral.requests;

import java.util.Locale;

/** Who makes a step: the one who asked, or the agency that was asked. */
public enum Side {
  REQUESTER,
  TARGET;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
