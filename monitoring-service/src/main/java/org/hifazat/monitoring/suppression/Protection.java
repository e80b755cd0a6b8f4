package org.hifazat.monitoring.suppression;

import java.util.Arrays;
import java.util.List;

/** What is shown of a network's counts; only ever becomes stricter. */
public final class Protection {
  private final SumNetwork network;
  private final int threshold;
  private final Disclosure[] shown;

  /** What is safe stays safe when more is hidden: each count is looked at once per label. */
  private final Disclosure[] safe;

  private final Reader reader;

  Protection(SumNetwork network, int threshold) {
    this.network = network;
    this.threshold = threshold;
    this.shown = new Disclosure[network.cells()];
    this.safe = new Disclosure[network.cells()];
    Arrays.fill(safe, Disclosure.SHOWN);
    for (int cell = 0; cell < shown.length; cell++) {
      shown[cell] = isSmall(network.value(cell)) ? Disclosure.SMALL : Disclosure.SHOWN;
    }
    this.reader = new Reader(network, shown, threshold);
  }

  /** Hides a count at least so much, from the next run on. */
  public void demand(int cell, Disclosure atLeast) {
    if (atLeast.compareTo(shown[cell]) > 0 && !network.hidden(cell)) {
      shown[cell] = atLeast;
    }
  }

  /** Hides whatever it takes for no hidden count to be computed. */
  public void run() {
    int cell = next(0);
    while (cell < shown.length) {
      safe[cell] = shown[cell];
      protect(cell);
      cell = next(cell);
    }
  }

  public Disclosure of(int cell) {
    return shown[cell];
  }

  List<Disclosure> shown() {
    return List.of(shown);
  }

  private int next(int from) {
    for (int step = 0; step < shown.length; step++) {
      int cell = (from + step) % shown.length;
      if (shown[cell] != safe[cell]) {
        return cell;
      }
    }
    return shown.length;
  }

  private void protect(int cell) {
    long value = network.value(cell);
    if (isSmall(value)) {
      reader.open(cell, true, threshold - 1 - value);
      reader.open(cell, false, value - 1);
      return;
    }
    long width = threshold - 2L;
    long free = reader.freeRange(cell, true, width);
    if (free < width) {
      free += reader.freeRange(cell, false, width - free);
    }
    if (free < width) {
      reader.open(cell, true, width);
    }
  }

  private boolean isSmall(long value) {
    return value > 0 && value < threshold;
  }
}
