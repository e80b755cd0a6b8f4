package org.hifazat.monitoring.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What somebody who sees the shown counts, and knows the rules, must think possible.
 *
 * <p>Another table is possible when it differs from the true one by counts that are not shown. A
 * step along a cell makes its count higher, a step against it lower; what a walk from the end of a
 * count back to its beginning changes leaves every sum as it is.
 */
final class Reader {
  private static final long ENDLESS = Long.MAX_VALUE / 4;

  /** Hiding a zero, or that a small count is small, costs more than hiding an ordinary number. */
  private static final long COST_OF_A_ZERO = 40;

  private static final long COST_OF_A_SMALL_ONE = 25;

  /** A walk's way into a node: along the cell, or against it. */
  private record Step(int cell, boolean along, int node) {}

  private final SumNetwork network;
  private final Disclosure[] shown;
  private final int threshold;
  private final Step[][] steps;
  private final long[] change;
  private final long[] cost;
  private final boolean[] settled;
  private final Step[] into;
  private final int[] queue;

  Reader(SumNetwork network, Disclosure[] shown, int threshold) {
    this.network = network;
    this.shown = shown;
    this.threshold = threshold;
    int nodes = network.nodes();
    this.change = new long[network.cells()];
    this.cost = new long[nodes];
    this.settled = new boolean[nodes];
    this.into = new Step[nodes];
    this.queue = new int[nodes];
    List<List<Step>> leaving = new ArrayList<>();
    for (int node = 0; node < nodes; node++) {
      leaving.add(new ArrayList<>());
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      leaving.get(network.from(cell)).add(new Step(cell, true, network.to(cell)));
      leaving.get(network.to(cell)).add(new Step(cell, false, network.from(cell)));
    }
    this.steps = leaving.stream().map(each -> each.toArray(Step[]::new)).toArray(Step[][]::new);
  }

  /** How much higher (or lower) the count may be as things are shown now, up to a limit. */
  long freeRange(int cell, boolean higher, long limit) {
    Arrays.fill(change, 0);
    long most = higher ? limit : Math.min(limit, network.value(cell));
    long range = 0;
    while (range < most && walkFreely(cell, higher)) {
      range += go(start(cell, higher), goal(cell, higher), most - range);
    }
    return range;
  }

  /** Hides what is needed for the count to be possibly so much higher (or lower). */
  void open(int cell, boolean higher, long needed) {
    Arrays.fill(change, 0);
    long range = 0;
    while (range < needed) {
      if (!walkFreely(cell, higher)) {
        hideOnTheCheapestWalk(cell, higher);
      }
      range += go(start(cell, higher), goal(cell, higher), needed - range);
    }
  }

  private int start(int cell, boolean higher) {
    return higher ? network.to(cell) : network.from(cell);
  }

  private int goal(int cell, boolean higher) {
    return higher ? network.from(cell) : network.to(cell);
  }

  /** Walks as far as every step allows, at most so far; returns how far. */
  private long go(int start, int goal, long most) {
    long far = most;
    for (int node = goal; node != start; node = before(into[node])) {
      far = Math.min(far, free(into[node]));
    }
    for (int node = goal; node != start; node = before(into[node])) {
      change[into[node].cell()] += into[node].along() ? far : -far;
    }
    return far;
  }

  private int before(Step step) {
    return step.along() ? network.from(step.cell()) : network.to(step.cell());
  }

  /** Finds a shortest walk of which the reader thinks every step possible. */
  private boolean walkFreely(int cell, boolean higher) {
    int start = start(cell, higher);
    int goal = goal(cell, higher);
    Arrays.fill(settled, false);
    settled[start] = true;
    queue[0] = start;
    int end = 1;
    for (int next = 0; next < end; next++) {
      for (Step step : steps[queue[next]]) {
        if (!settled[step.node()] && step.cell() != cell && free(step) > 0) {
          settled[step.node()] = true;
          into[step.node()] = step;
          queue[end++] = step.node();
          if (step.node() == goal) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Finds the walk that hides the least, and hides it. */
  private void hideOnTheCheapestWalk(int cell, boolean higher) {
    int start = start(cell, higher);
    int goal = goal(cell, higher);
    Arrays.fill(settled, false);
    Arrays.fill(cost, ENDLESS);
    cost[start] = 0;
    for (int node = start; node != goal; node = cheapest()) {
      settled[node] = true;
      for (Step step : steps[node]) {
        long through = step.cell() == cell ? ENDLESS : cost[node] + cost(step);
        if (through < cost[step.node()]) {
          cost[step.node()] = through;
          into[step.node()] = step;
        }
      }
    }
    for (int node = goal; node != start; node = before(into[node])) {
      if (free(into[node]) == 0) {
        shown[into[node].cell()] = Disclosure.WITHHELD;
      }
    }
  }

  private int cheapest() {
    int found = -1;
    for (int node = 0; node < cost.length; node++) {
      if (!settled[node] && cost[node] < ENDLESS && (found < 0 || cost[node] < cost[found])) {
        found = node;
      }
    }
    if (found < 0) {
      // every count lies on a round of counts that are not zero, and all of those may be hidden
      throw new IllegalStateException("No other table is possible");
    }
    return found;
  }

  private long cost(Step step) {
    if (free(step) > 0) {
      return 0;
    }
    int cell = step.cell();
    boolean couldBe = step.along() || now(cell) > 0;
    if (!couldBe || network.hidden(cell)) {
      return ENDLESS;
    }
    return switch (shown[cell]) {
      case SHOWN ->
          network.weight(cell) * (network.value(cell) == 0 ? COST_OF_A_ZERO : network.value(cell));
      case SMALL -> network.weight(cell) * COST_OF_A_SMALL_ONE;
      case WITHHELD -> ENDLESS;
    };
  }

  /** How far the reader thinks the step possible as things are shown now. */
  private long free(Step step) {
    int cell = step.cell();
    if (network.hidden(cell)) {
      // a hidden zero is taken to be guessed: in the first year no case was carried over
      return network.value(cell) == 0 ? 0 : step.along() ? ENDLESS : now(cell);
    }
    return switch (shown[cell]) {
      case SHOWN -> 0;
      case SMALL -> step.along() ? threshold - 1 - now(cell) : now(cell) - 1;
      case WITHHELD -> step.along() ? ENDLESS : now(cell);
    };
  }

  private long now(int cell) {
    return network.value(cell) + change[cell];
  }
}
