package org.hifazat.monitoring.suppression;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts and the sums they stand in. Every sum is a node, every count leads from one node to
 * another: what comes in equals what goes out. A column of districts and their province is two
 * nodes, the districts leading one way and the province back; a count that is part of two sums (a
 * row's and a column's) joins them.
 */
public final class SumNetwork {
  private record Cell(int from, int to, long value, int weight, boolean hidden) {}

  private final List<Cell> cells = new ArrayList<>();
  private int nodes;

  /** A new sum. */
  public int node() {
    return nodes++;
  }

  /** A count readers will see. Returns its number, from 0. */
  public int published(int from, int to, long value) {
    return published(from, to, value, 1);
  }

  /**
   * A count readers will see.
   *
   * @param weight how much more its loss costs readers than that of another count of this size
   */
  public int published(int from, int to, long value, int weight) {
    return add(new Cell(from, to, value, weight, false));
  }

  /**
   * A count nobody is shown but anybody may work out, as the tasks that were late are those due
   * less those done on time. Protected like the others.
   */
  public int hidden(int from, int to, long value) {
    return add(new Cell(from, to, value, 1, true));
  }

  private int add(Cell cell) {
    if (cell.value() < 0) {
      throw new IllegalArgumentException("A count is not negative");
    }
    cells.add(cell);
    return cells.size() - 1;
  }

  /**
   * @throws IllegalArgumentException when a sum does not come out
   */
  void check() {
    long[] balance = new long[nodes];
    for (Cell cell : cells) {
      balance[cell.from()] -= cell.value();
      balance[cell.to()] += cell.value();
    }
    for (long sum : balance) {
      if (sum != 0) {
        throw new IllegalArgumentException("A sum is not the sum of its parts");
      }
    }
  }

  int nodes() {
    return nodes;
  }

  int cells() {
    return cells.size();
  }

  int from(int cell) {
    return cells.get(cell).from();
  }

  int to(int cell) {
    return cells.get(cell).to();
  }

  long value(int cell) {
    return cells.get(cell).value();
  }

  int weight(int cell) {
    return cells.get(cell).weight();
  }

  boolean hidden(int cell) {
    return cells.get(cell).hidden();
  }
}
