package org.hifazat.monitoring;

import org.jspecify.annotations.Nullable;

/** What an event must have to mean anything here. */
public final class Required {
  private Required() {}

  /**
   * @throws IllegalArgumentException when one is missing, which makes the event a dead letter
   */
  public static void all(@Nullable Object... fields) {
    for (Object field : fields) {
      if (field == null) {
        throw new IllegalArgumentException("a required field is missing");
      }
    }
  }
}
