package org.hifazat.local.demo;

import java.util.List;
import java.util.stream.IntStream;

/** How much casework a demonstration year has. */
public enum Size {
  /** All units. */
  WHOLE(1),
  /**
   * The capital and every fourth unit, each with as much as in the whole year: with a little of
   * everything everywhere, small counts would hide all others.
   */
  SMALL(4);

  static final String CAPITAL = "peshawar";

  private final int every;

  Size(int every) {
    this.every = every;
  }

  List<YearOfCasework.Unit> of(List<YearOfCasework.Unit> units) {
    return IntStream.range(0, units.size())
        .filter(at -> at % every == 0 || units.get(at).code().equals(CAPITAL))
        .mapToObj(units::get)
        .toList();
  }
}
