package org.hifazat.assessment.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * For which age of the child an instrument is made, in completed months.
 *
 * @param toMonths the last month it may be used in; null without an upper limit
 */
public record Ages(@Schema(required = true) int fromMonths, @Nullable Integer toMonths) {

  /** Any age. */
  public static final Ages ALL = new Ages(0, null);

  public boolean include(long months) {
    return months >= fromMonths && (toMonths == null || months <= toMonths);
  }
}
