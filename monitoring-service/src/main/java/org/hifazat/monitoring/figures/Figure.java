package org.hifazat.monitoring.figures;

import java.util.Optional;
import org.hifazat.monitoring.suppression.Disclosure;

/** One count as it may be shown: with its value, or without. */
public sealed interface Figure {
  /** The number itself. */
  record Exact(long value) implements Figure {}

  /** At least one and below the threshold. */
  record Below(int threshold) implements Figure {}

  /** Withheld, so that another one cannot be computed. */
  record Withheld() implements Figure {}

  /** Nobody counted it in all of the period. */
  record Unknown() implements Figure {}

  static Figure of(long value, Disclosure disclosure, int threshold) {
    return switch (disclosure) {
      case SHOWN -> new Exact(value);
      case SMALL -> new Below(threshold);
      case WITHHELD -> new Withheld();
    };
  }

  default Optional<Long> number() {
    return switch (this) {
      case Exact exact -> Optional.of(exact.value());
      case Below below -> Optional.empty();
      case Withheld withheld -> Optional.empty();
      case Unknown unknown -> Optional.empty();
    };
  }

  /** Whether it says that there was any; what is withheld may be nought. */
  default boolean tellsOfAny() {
    return switch (this) {
      case Exact exact -> exact.value() > 0;
      case Below below -> true;
      case Withheld withheld -> false;
      case Unknown unknown -> false;
    };
  }

  /** As people read it, in western digits. */
  default String shown() {
    return switch (this) {
      case Exact exact -> Long.toString(exact.value());
      case Below below -> "<" + below.threshold;
      case Withheld withheld -> "…";
      case Unknown unknown -> "–";
    };
  }
}
