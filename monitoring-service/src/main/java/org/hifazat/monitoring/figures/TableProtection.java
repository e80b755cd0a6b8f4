package org.hifazat.monitoring.figures;

import java.util.ArrayList;
import java.util.List;
import org.hifazat.monitoring.suppression.Disclosure;
import org.hifazat.monitoring.suppression.SumNetwork;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.Measure;

/**
 * Protects one table where its rows are sums: cases and tasks, with their columns. What is counted
 * by itself is protected over the whole year at once.
 */
final class TableProtection {
  private final Suppression suppression;
  private final FigureTable table;
  private final Shown shown;
  private final List<Place> places = new ArrayList<>();

  /** Which count of the table a count of the network is. */
  private record Place(Measure measure, int row, int cell) {}

  TableProtection(Suppression suppression, FigureTable table, Shown shown) {
    this.suppression = suppression;
    this.table = table;
    this.shown = shown;
  }

  /** Makes what is shown as strict as it must be; returns whether anything became stricter. */
  boolean apply() {
    boolean stricter = solve(cases());
    return solve(tasks()) || stricter;
  }

  private boolean solve(SumNetwork network) {
    List<Disclosure> solved = suppression.apply(network);
    boolean stricter = false;
    for (Place place : places) {
      stricter |= shown.atLeast(place.measure(), place.row(), solved.get(place.cell()));
    }
    places.clear();
    return stricter;
  }

  /** Due = on time + late, in every row. Nobody is shown the late ones. */
  private SumNetwork tasks() {
    SumNetwork network = new SumNetwork();
    int top = network.node();
    int onTime = network.node();
    int late = network.node();
    int bottom = network.node();
    for (int row = 0; row < table.province(); row++) {
      int district = network.node();
      publish(network, top, district, Measure.TASKS_DUE, row);
      publish(network, district, onTime, Measure.TASKS_ON_TIME, row);
      network.hidden(district, late, late(row));
    }
    int province = table.province();
    publish(network, onTime, bottom, Measure.TASKS_ON_TIME, province);
    network.hidden(late, bottom, late(province));
    publish(network, bottom, top, Measure.TASKS_DUE, province);
    return network;
  }

  private long late(int row) {
    return table.value(Measure.TASKS_DUE, row) - table.value(Measure.TASKS_ON_TIME, row);
  }

  /** Open = new + carried over = high + medium + low + not assessed, in every row. */
  private SumNetwork cases() {
    SumNetwork network = new SumNetwork();
    int top = network.node();
    int fresh = network.node();
    int carried = network.node();
    int bottom = network.node();
    int[] risks = new int[Measure.RISKS.size()];
    for (int i = 0; i < risks.length; i++) {
      risks[i] = network.node();
    }
    for (int row = 0; row < table.province(); row++) {
      int before = network.node();
      int after = network.node();
      publish(network, fresh, before, Measure.NEW_CASES, row);
      network.hidden(carried, before, carried(row));
      publish(network, before, after, Measure.OPEN_CASES, row);
      for (int i = 0; i < risks.length; i++) {
        publish(network, after, risks[i], Measure.RISKS.get(i), row);
      }
    }
    int province = table.province();
    for (int i = 0; i < risks.length; i++) {
      publish(network, risks[i], bottom, Measure.RISKS.get(i), province);
    }
    publish(network, bottom, top, Measure.OPEN_CASES, province);
    publish(network, top, fresh, Measure.NEW_CASES, province);
    network.hidden(top, carried, carried(province));
    return network;
  }

  /** No event closes a case yet, so whatever was opened in the period is open at its end. */
  private long carried(int row) {
    return table.value(Measure.OPEN_CASES, row) - table.value(Measure.NEW_CASES, row);
  }

  private void publish(SumNetwork network, int from, int to, Measure measure, int row) {
    int cell = network.published(from, to, table.value(measure, row), shown.of(measure, row));
    places.add(new Place(measure, row, cell));
  }
}
