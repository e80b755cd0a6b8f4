package org.hifazat.cases.tracing;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far the search for a child's family is. The words are those of inter-agency tracing. */
public enum TracingStatus {
  OPEN,
  IN_PROGRESS,
  VERIFIED,
  REUNIFIED,
  CLOSED;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * @throws IllegalArgumentException for any other label
   */
  public static TracingStatus of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * Nobody is reunified before a relation was verified, and a closed search may be opened again.
   *
   * @param from null while nobody looks for the family
   */
  public static List<TracingStatus> after(@Nullable TracingStatus from) {
    if (from == null) {
      return List.of(OPEN);
    }
    return switch (from) {
      case OPEN -> List.of(IN_PROGRESS, CLOSED);
      case IN_PROGRESS -> List.of(VERIFIED, CLOSED);
      case VERIFIED -> List.of(REUNIFIED, IN_PROGRESS, CLOSED);
      case REUNIFIED -> List.of(IN_PROGRESS, CLOSED);
      case CLOSED -> List.of(OPEN);
    };
  }
}
