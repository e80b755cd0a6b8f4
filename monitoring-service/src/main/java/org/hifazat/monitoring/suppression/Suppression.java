package org.hifazat.monitoring.suppression;

import java.util.List;

/**
 * Suppression of small counts, with as many others as it takes for none to be computed.
 *
 * <p>Counts from 1 to threshold − 1 are primary: shown as small. A reader who adds and subtracts
 * must still think every number from 1 to threshold − 1 possible for each of them, and as many for
 * each count that is withheld on their behalf. Whether that holds is asked exactly: a count can be
 * one higher if some other table with the same shown numbers has it so, which is a path through the
 * network along counts that are not shown. Where there is none, the path that hides the smallest
 * counts is opened.
 *
 * <p>Method: network-flow cell suppression (Cox, 1995; Castro, 2002), the bounds being those a
 * reader has who knows these rules.
 */
public final class Suppression {
  /** Below this a small count would be the only one possible. */
  public static final int LEAST_THRESHOLD = 3;

  private final int threshold;

  /**
   * @param threshold counts from 1 to threshold − 1 are never shown; at least 3
   */
  public Suppression(int threshold) {
    if (threshold < LEAST_THRESHOLD) {
      throw new IllegalArgumentException("The threshold is at least " + LEAST_THRESHOLD);
    }
    this.threshold = threshold;
  }

  public int threshold() {
    return threshold;
  }

  /**
   * How each count is to be shown, by its number in the network; nothing of a hidden count.
   *
   * @throws IllegalArgumentException when a sum is not the sum of its parts
   */
  public List<Disclosure> apply(SumNetwork network) {
    Protection protection = begin(network);
    protection.run();
    return protection.shown();
  }

  /**
   * Protection that can be continued when something else demands more to be hidden.
   *
   * @throws IllegalArgumentException when a sum is not the sum of its parts
   */
  public Protection begin(SumNetwork network) {
    network.check();
    return new Protection(network, threshold);
  }
}
