package org.hifazat.monitoring.suppression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What somebody who sees the shown counts, and knows the rules, must think possible.
 *
 * <p>Another table is possible when it differs from the true one by counts that are not shown. A
 * step along a cell makes its count one higher, a step against it one lower; what a walk from the
 * end of a count back to its beginning changes leaves every sum as it is.
 */
final class Reader {
  private static final long NEVER = Long.MAX_VALUE / 4;

  /** Hiding a zero, or that a small count is small, costs more than hiding an ordinary number. */
  private static final long COST_OF_A_ZERO = 40;

  private static final long COST_OF_A_SMALL_ONE = 25;

  /** A walk's way into a node: along the cell, or against it. */
  private record Step(int cell, boolean along) {}

  private record Reached(int node, long cost) {}

  private final SumNetwork network;
  private final Disclosure[] shown;
  private final int threshold;
  private final Step[][] steps;
  private final long[] change;

  Reader(SumNetwork network, Disclosure[] shown, int threshold) {
    this.network = network;
    this.shown = shown;
    this.threshold = threshold;
    this.change = new long[network.cells()];
    List<List<Step>> leaving = new ArrayList<>();
    for (int node = 0; node < network.nodes(); node++) {
      leaving.add(new ArrayList<>());
    }
    for (int cell = 0; cell < network.cells(); cell++) {
      leaving.get(network.from(cell)).add(new Step(cell, true));
      leaving.get(network.to(cell)).add(new Step(cell, false));
    }
    this.steps = leaving.stream().map(each -> each.toArray(Step[]::new)).toArray(Step[][]::new);
  }

  /** How much higher (or lower) the count may be as things are shown now, up to a limit. */
  long freeRange(int cell, boolean higher, long limit) {
    Arrays.fill(change, 0);
    long range = 0;
    while (range < limit && stays(cell, higher, range + 1)) {
      Step[] walk = walk(cell, higher, false);
      if (walk.length == 0) {
        return range;
      }
      go(walk, false);
      range++;
    }
    return range;
  }

  /** Hides what is needed for the count to be possibly so much higher (or lower). */
  void open(int cell, boolean higher, long needed) {
    Arrays.fill(change, 0);
    for (long range = 0; range < needed; range++) {
      Step[] walk = walk(cell, higher, true);
      if (walk.length == 0) {
        throw new IllegalStateException("No other table is possible");
      }
      go(walk, true);
    }
  }

  /** Whether the count's own label allows the change. */
  private boolean stays(int cell, boolean higher, long by) {
    return higher || network.value(cell) - by >= 0;
  }

  private void go(Step[] walk, boolean hiding) {
    for (Step step : walk) {
      if (hiding && !isFree(step)) {
        shown[step.cell()] = Disclosure.WITHHELD;
      }
      change[step.cell()] += step.along() ? 1 : -1;
    }
  }

  /** The cheapest walk that changes the count by one; empty when there is none. */
  private Step[] walk(int cell, boolean higher, boolean hiding) {
    int start = higher ? network.to(cell) : network.from(cell);
    int goal = higher ? network.from(cell) : network.to(cell);
    long[] cost = new long[network.nodes()];
    Step[] into = new Step[network.nodes()];
    Arrays.fill(cost, NEVER);
    cost[start] = 0;
    PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
    next.add(new Reached(start, 0));
    while (!next.isEmpty()) {
      Reached reached = next.remove();
      if (reached.node() == goal) {
        return back(start, goal, into);
      }
      if (reached.cost() > cost[reached.node()]) {
        continue;
      }
      for (Step step : steps[reached.node()]) {
        long own = step.cell() == cell ? NEVER : cost(step, hiding);
        int node = step.along() ? network.to(step.cell()) : network.from(step.cell());
        if (own < NEVER && reached.cost() + own < cost[node]) {
          cost[node] = reached.cost() + own;
          into[node] = step;
          next.add(new Reached(node, cost[node]));
        }
      }
    }
    return new Step[0];
  }

  private Step[] back(int start, int goal, Step[] into) {
    List<Step> walk = new ArrayList<>();
    for (int node = goal; node != start; ) {
      Step step = into[node];
      walk.add(step);
      node = step.along() ? network.from(step.cell()) : network.to(step.cell());
    }
    return walk.toArray(Step[]::new);
  }

  private long cost(Step step, boolean hiding) {
    if (isFree(step)) {
      return 0;
    }
    int cell = step.cell();
    boolean couldBe = step.along() || now(cell) > 0;
    if (!hiding || !couldBe || network.hidden(cell) || shown[cell] == Disclosure.WITHHELD) {
      return NEVER;
    }
    if (shown[cell] == Disclosure.SMALL) {
      return COST_OF_A_SMALL_ONE;
    }
    return network.value(cell) == 0 ? COST_OF_A_ZERO : network.value(cell);
  }

  /** Whether the reader thinks the step possible as things are shown now. */
  private boolean isFree(Step step) {
    int cell = step.cell();
    long then = now(cell) + (step.along() ? 1 : -1);
    if (network.hidden(cell)) {
      // a hidden zero is taken to be guessed: in the first year no case was carried over
      return network.value(cell) > 0 && then >= 0;
    }
    return switch (shown[cell]) {
      case SHOWN -> false;
      case SMALL -> then >= 1 && then < threshold;
      case WITHHELD -> then >= 0;
    };
  }

  private long now(int cell) {
    return network.value(cell) + change[cell];
  }
}
