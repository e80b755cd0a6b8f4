package org.hifazat.referral.packet;

import java.util.Locale;

/** Whether a kind of item may go to a kind of service; the stricter the later. */
public enum Release {
  /** Asked for from the first. */
  INCLUDED,
  OFFERED,
  WITH_REASON,
  /** Only when a court or another authority orders it. */
  ON_ORDER,
  NEVER;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Release of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  Release stricter(Release other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** More than what goes to this kind of service as a rule. */
  public boolean isExceptional() {
    return switch (this) {
      case WITH_REASON, ON_ORDER, NEVER -> true;
      case INCLUDED, OFFERED -> false;
    };
  }
}
