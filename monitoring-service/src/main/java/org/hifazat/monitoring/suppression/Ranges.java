package org.hifazat.monitoring.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * Which numbers a reader of several tables must think possible: each count is bounded by the others
 * of its sums until nothing becomes narrower. Rougher than {@link Suppression}, and for sums of any
 * kind.
 */
public final class Ranges {
  private static final long ENDLESS = 1_000_000_000_000L;

  private record Sum(int[] parts, int whole) {}

  private final int threshold;
  private final List<long[]> ranges = new ArrayList<>();
  private final List<Long> values = new ArrayList<>();
  private final List<Disclosure> labels = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();

  public Ranges(int threshold) {
    this.threshold = threshold;
  }

  /** A count readers see in this way. Returns its number, from 0. */
  public int published(long value, Disclosure shown) {
    ranges.add(
        switch (shown) {
          case SHOWN -> new long[] {value, value};
          case SMALL -> new long[] {1, threshold - 1L};
          case WITHHELD -> new long[] {0, ENDLESS};
        });
    values.add(value);
    labels.add(shown);
    return ranges.size() - 1;
  }

  /** A count nobody sees; a zero is taken to be guessed. */
  public int hidden(long value) {
    return published(value, value == 0 ? Disclosure.SHOWN : Disclosure.WITHHELD);
  }

  public void sum(int[] parts, int whole) {
    sums.add(new Sum(parts.clone(), whole));
  }

  public void narrow() {
    boolean narrower = true;
    while (narrower) {
      narrower = false;
      for (Sum sum : sums) {
        narrower |= narrow(sum);
      }
    }
  }

  private boolean narrow(Sum sum) {
    long least = 0;
    long greatest = 0;
    for (int part : sum.parts()) {
      least += ranges.get(part)[0];
      greatest += ranges.get(part)[1];
    }
    boolean narrower = limit(sum.whole(), least, greatest);
    long[] whole = ranges.get(sum.whole());
    for (int part : sum.parts()) {
      long[] range = ranges.get(part);
      long others = least - range[0];
      long othersAtMost = greatest - range[1];
      narrower |= limit(part, whole[0] - othersAtMost, whole[1] - others);
      least = others + range[0];
      greatest = othersAtMost + range[1];
    }
    return narrower;
  }

  private boolean limit(int count, long least, long greatest) {
    long[] range = ranges.get(count);
    boolean narrower = least > range[0] || greatest < range[1];
    range[0] = Math.max(range[0], least);
    range[1] = Math.min(range[1], greatest);
    return narrower;
  }

  /** Whether the sums tell more of a count that is not shown than they may. */
  public boolean isTold(int count) {
    long[] range = ranges.get(count);
    if (labels.get(count) == Disclosure.SHOWN) {
      return false;
    }
    long value = values.get(count);
    boolean small = value > 0 && value < threshold;
    boolean narrow = range[1] - range[0] < threshold - 2;
    return narrow || (small && (range[0] > 1 || range[1] < threshold - 1));
  }
}
