package org.hifazat.monitoring.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tries every table that agrees with what is shown; for small tables only. */
final class Exhaustive {
  private final SumNetwork network;
  private final List<Disclosure> shown;
  private final int threshold;
  private final int most;
  private final long[] table;
  private final List<Set<Long>> possible = new ArrayList<>();

  private Exhaustive(SumNetwork network, List<Disclosure> shown, int threshold, int most) {
    this.network = network;
    this.shown = shown;
    this.threshold = threshold;
    this.most = most;
    this.table = new long[network.cells()];
    for (int cell = 0; cell < network.cells(); cell++) {
      possible.add(new TreeSet<>());
    }
  }

  /**
   * @param most no withheld part is tried above this, sums as far as they go
   */
  static void attack(SumNetwork network, List<Disclosure> shown, int threshold, int most) {
    Exhaustive attacker = new Exhaustive(network, shown, threshold, most);
    attacker.fill(0);
    for (int cell = 0; cell < network.cells(); cell++) {
      Set<Long> values = attacker.possible.get(cell);
      if (shown.get(cell) == Disclosure.SHOWN) {
        assertThat(network.value(cell)).isNotIn(1L, 2L, 3L, 4L);
        continue;
      }
      assertThat(values).as("values of count %s", cell).hasSizeGreaterThanOrEqualTo(threshold - 1);
      if (network.value(cell) > 0 && network.value(cell) < threshold) {
        assertThat(values).as("values of small count %s", cell).contains(1L, 2L, 3L, 4L);
      }
    }
  }

  private void fill(int cell) {
    if (cell == network.cells()) {
      if (everySumComesOut(cell)) {
        for (int i = 0; i < cell; i++) {
          possible.get(i).add(table[i]);
        }
      }
      return;
    }
    if (!everySumComesOut(cell)) {
      return;
    }
    switch (shown.get(cell)) {
      case SHOWN -> next(cell, network.value(cell), network.value(cell));
      case SMALL -> next(cell, 1, threshold - 1);
      case WITHHELD -> next(cell, 0, Math.max(most, network.value(cell) + threshold));
    }
  }

  private void next(int cell, long least, long greatest) {
    for (long value = least; value <= greatest; value++) {
      table[cell] = value;
      fill(cell + 1);
    }
  }

  /** Of the sums whose counts are all filled in. */
  private boolean everySumComesOut(int filled) {
    long[] balance = new long[network.nodes()];
    boolean[] open = new boolean[network.nodes()];
    for (int cell = 0; cell < network.cells(); cell++) {
      if (cell < filled) {
        balance[network.from(cell)] -= table[cell];
        balance[network.to(cell)] += table[cell];
      } else {
        open[network.from(cell)] = true;
        open[network.to(cell)] = true;
      }
    }
    for (int node = 0; node < balance.length; node++) {
      if (!open[node] && balance[node] != 0) {
        return false;
      }
    }
    return true;
  }
}
