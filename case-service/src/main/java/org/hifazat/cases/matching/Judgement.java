package org.hifazat.cases.matching;

import java.util.List;

/**
 * What is to be thought of two records, and why.
 *
 * @param chance that they are one child, between 0 and 1
 * @param weight of all parts together, in bits
 * @param parts what each comparison adds or takes away; they sum to the weight
 */
public record Judgement(Zone zone, double chance, double weight, List<Part> parts) {
  /** Kept with every pair, so that an old one can be explained by what held then. */
  public static final int WEIGHTS_VERSION = Weights.VERSION;

  static final double LIKELY = 0.9;
  static final double POSSIBLE = 0.35;

  /** What becomes of a pair; nothing is ever merged by itself. */
  public enum Zone {
    LIKELY,
    POSSIBLE,
    NONE
  }

  /**
   * One comparison.
   *
   * @param field given-name, known-as, father-name, birth, sex, phone, identity-number, district or
   *     family
   * @param level a code: how the two agree
   * @param weight in bits: each one doubles the odds, a negative one halves them
   * @param oneIn how rare the agreeing name is among the registered: one child in so many; 0 where
   *     that plays no part
   */
  public record Part(String field, String level, double weight, int oneIn) {}

  /** For somebody to look at, however unlikely the rest makes it. */
  public Judgement possible() {
    return zone == Zone.NONE ? new Judgement(Zone.POSSIBLE, POSSIBLE, weight, parts) : this;
  }

  /** Whether this comparison found the two to agree. */
  public boolean says(String field, String level) {
    return parts.stream()
        .anyMatch(part -> part.field().equals(field) && part.level().equals(level));
  }

  static Zone zone(double chance) {
    if (chance >= LIKELY) {
      return Zone.LIKELY;
    }
    return chance >= POSSIBLE ? Zone.POSSIBLE : Zone.NONE;
  }
}
