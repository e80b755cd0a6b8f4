package org.hifazat.identity.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What staff are certified for, as a list of them tells it. */
public interface HeldCertificates {
  /** So long before the last day a renewal should be on its way. */
  int SOON_DAYS = 60;

  /**
   * @param level 1 to 3
   * @param current whether it counts today
   * @param endsSoon whether it does, and its last day is near
   */
  record Held(int level, LocalDate validTo, boolean current, boolean endsSoon) {}

  /** The one that counts for each, or the last that did; in one statement. */
  Map<UUID, Held> best(Collection<UUID> staffIds);
}
