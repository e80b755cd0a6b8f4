package org.hifazat.monitoring.directory;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A district of the province.
 *
 * @param validTo last day it exists; null while it does
 */
public record District(
    String code,
    String division,
    String nameEn,
    String nameUr,
    String namePs,
    LocalDate validFrom,
    @Nullable LocalDate validTo) {

  /** Whether it exists on any day of the two and those between. */
  public boolean existsBetween(LocalDate first, LocalDate last) {
    return !validFrom.isAfter(last) && (validTo == null || !validTo.isBefore(first));
  }

  /** A district of which only the code is known: its own event is still to come. */
  public static District unlisted(String code) {
    return new District(code, "", code, code, code, LocalDate.EPOCH, null);
  }
}
