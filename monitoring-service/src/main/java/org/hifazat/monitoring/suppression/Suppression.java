package org.hifazat.monitoring.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Suppression of small counts, with as many others as it takes for none to be computed.
 *
 * <p>Counts from 1 to threshold − 1 are primary: shown as small. A reader who adds and subtracts
 * must still think every number from 1 to threshold − 1 possible for each of them, and as many for
 * each count that is withheld on their behalf. Whether that holds is asked exactly: a count can be
 * one higher if some other tables with the same shown numbers have it so, which is a path through
 * the network along counts that are not shown. Where there is none, the path that hides the
 * smallest counts is opened.
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
    network.check();
    int cells = network.cells();
    Disclosure[] shown = new Disclosure[cells];
    for (int cell = 0; cell < cells; cell++) {
      Disclosure own = isSmall(network.value(cell)) ? Disclosure.SMALL : Disclosure.SHOWN;
      Disclosure demanded = network.demanded(cell);
      boolean more = demanded.compareTo(own) > 0 && !network.hidden(cell);
      // what is demanded of a count that is not small can only be to withhold it
      shown[cell] = more ? Disclosure.WITHHELD : own;
    }
    Reader reader = new Reader(network, shown, threshold);
    // what is safe stays safe when more is hidden: each count once as small, once as withheld
    Disclosure[] safe = new Disclosure[cells];
    Arrays.fill(safe, Disclosure.SHOWN);
    for (int cell = next(shown, safe, 0); cell < cells; cell = next(shown, safe, cell)) {
      safe[cell] = shown[cell];
      protect(network, reader, shown, cell);
    }
    return new ArrayList<>(Arrays.asList(shown));
  }

  /** The next count that is hidden more than it was when it was last looked at. */
  private static int next(Disclosure[] shown, Disclosure[] safe, int from) {
    for (int step = 0; step < shown.length; step++) {
      int cell = (from + step) % shown.length;
      if (shown[cell] != safe[cell]) {
        return cell;
      }
    }
    return shown.length;
  }

  /** Hides whatever it takes for the count not to be computed. */
  private void protect(SumNetwork network, Reader reader, Disclosure[] shown, int cell) {
    long value = network.value(cell);
    boolean withheld = shown[cell] == Disclosure.WITHHELD;
    if (withheld && !isSmall(value)) {
      long width = threshold - 2L;
      long free = reader.freeRange(cell, true, width);
      if (free < width) {
        free += reader.freeRange(cell, false, width - free);
      }
      if (free < width) {
        reader.open(cell, true, width);
      }
    } else if (isSmall(value)) {
      reader.open(cell, true, threshold - 1 - value);
      reader.open(cell, false, value - 1);
    }
  }

  private boolean isSmall(long value) {
    return value > 0 && value < threshold;
  }
}
