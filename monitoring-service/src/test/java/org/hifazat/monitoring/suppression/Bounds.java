package org.hifazat.monitoring.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Bounds every count by the others of its sums until nothing becomes narrower. */
public final class Bounds {
  private static final long ENDLESS = 1_000_000_000;

  /** Parts and what they add up to: parts − total = 0. */
  private record Sum(List<Integer> plus, List<Integer> minus) {}

  private final List<long[]> bounds = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();

  /** What a label says by itself. Returns the count's number. */
  public int count(Disclosure shown, long value, int threshold) {
    bounds.add(
        switch (shown) {
          case SHOWN -> new long[] {value, value};
          case SMALL -> new long[] {1, threshold - 1};
          case WITHHELD -> new long[] {0, ENDLESS};
        });
    return bounds.size() - 1;
  }

  /** A count nobody is shown anything of. */
  public int unknown() {
    return atLeast(0);
  }

  public int atLeast(long least) {
    return between(least, ENDLESS);
  }

  public int between(long least, long greatest) {
    bounds.add(new long[] {least, greatest});
    return bounds.size() - 1;
  }

  public void sum(List<Integer> parts, List<Integer> whole) {
    sums.add(new Sum(List.copyOf(parts), List.copyOf(whole)));
  }

  public long least(int count) {
    return bounds.get(count)[0];
  }

  public long greatest(int count) {
    return bounds.get(count)[1];
  }

  public void narrow() {
    boolean narrower = true;
    while (narrower) {
      narrower = false;
      for (Sum sum : sums) {
        for (int count : sum.plus()) {
          narrower |= narrow(count, sum.minus(), sum.plus());
        }
        for (int count : sum.minus()) {
          narrower |= narrow(count, sum.plus(), sum.minus());
        }
      }
    }
  }

  /** count = what is on the other side − what else is on its own. */
  private boolean narrow(int count, List<Integer> other, List<Integer> own) {
    long least = 0;
    long greatest = 0;
    for (int each : other) {
      least += least(each);
      greatest += greatest(each);
    }
    for (int each : own) {
      if (each != count) {
        least -= greatest(each);
        greatest -= least(each);
      }
    }
    long[] now = bounds.get(count);
    boolean narrower = least > now[0] || greatest < now[1];
    now[0] = Math.max(now[0], least);
    now[1] = Math.min(now[1], greatest);
    return narrower;
  }

  /** Nothing more may be known of a small count than that it is small. */
  public void assertHides(int count, Disclosure shown, long value, int threshold, String name) {
    boolean small = value > 0 && value < threshold;
    if (shown == Disclosure.SHOWN) {
      assertThat(small).as(name + " is shown").isFalse();
      return;
    }
    if (small) {
      assertThat(least(count)).as(name).isLessThanOrEqualTo(1);
      assertThat(greatest(count)).as(name).isGreaterThanOrEqualTo(threshold - 1);
    }
    assertThat(greatest(count) - least(count)).as(name).isGreaterThanOrEqualTo(threshold - 2);
  }

  static void attack(SumNetwork network, List<Disclosure> shown, int threshold) {
    Bounds attacker = new Bounds();
    List<List<Integer>> in = new ArrayList<>();
    List<List<Integer>> out = new ArrayList<>();
    for (int node = 0; node < network.nodes(); node++) {
      in.add(new ArrayList<>());
      out.add(new ArrayList<>());
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      attacker.count(shown.get(cell), network.value(cell), threshold);
      in.get(network.to(cell)).add(cell);
      out.get(network.from(cell)).add(cell);
    }
    for (int node = 0; node < network.nodes(); node++) {
      attacker.sum(in.get(node), out.get(node));
    }
    attacker.narrow();
    for (int cell = 0; cell < network.cells(); cell++) {
      attacker.assertHides(cell, shown.get(cell), network.value(cell), threshold, "count " + cell);
    }
  }
}
