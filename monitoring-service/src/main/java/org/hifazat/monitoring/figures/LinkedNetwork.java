package org.hifazat.monitoring.figures;

import java.util.ArrayList;
import java.util.List;
import org.hifazat.monitoring.suppression.Protection;
import org.hifazat.monitoring.suppression.SumNetwork;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.Measure;

/** Sums over counts of one or more tables, protected in step with what the tables show. */
final class LinkedNetwork {
  private record Place(Shown shown, Measure measure, int row, int cell) {}

  private final List<Place> places = new ArrayList<>();
  private final Protection protection;

  private LinkedNetwork(Suppression suppression, Sums sums) {
    SumNetwork network = new SumNetwork();
    sums.build(network, this::publish);
    this.protection = suppression.begin(network);
  }

  /** Lays out a network. */
  private interface Sums {
    void build(SumNetwork network, Publisher publisher);
  }

  /** Puts a count of a table between two sums. */
  private interface Publisher {
    void publish(
        SumNetwork network,
        int from,
        int to,
        YearOfTables.Protected tables,
        Measure measure,
        int row);
  }

  /** The districts make the province and the months the year, both at once. */
  static LinkedNetwork addingUp(Suppression suppression, YearOfTables year, Measure measure) {
    return new LinkedNetwork(
        suppression,
        (network, publisher) -> {
          int top = network.node();
          int bottom = network.node();
          int province = year.province();
          int[] districts = nodes(network, province);
          for (YearOfTables.Protected month : year.months().values()) {
            int node = network.node();
            for (int row = 0; row < province; row++) {
              publisher.publish(network, node, districts[row], month, measure, row);
            }
            publisher.publish(network, top, node, month, measure, province);
          }
          for (int row = 0; row < province; row++) {
            publisher.publish(network, districts[row], bottom, year.whole(), measure, row);
          }
          publisher.publish(network, bottom, top, year.whole(), measure, province);
        });
  }

  /**
   * Due = on time + very late + late, reported = waiting too long + the others, requested = overdue
   * + the others and so on, in every row. Nobody is shown the last of each.
   */
  static LinkedNetwork parts(
      Suppression suppression, YearOfTables.Protected tables, Measure whole, List<Measure> parts) {
    return new LinkedNetwork(
        suppression,
        (network, publisher) -> {
          int top = network.node();
          int bottom = network.node();
          int rest = network.node();
          int[] sums = nodes(network, parts.size());
          FigureTable table = tables.table();
          int province = table.province();
          for (int row = 0; row < province; row++) {
            int district = network.node();
            publisher.publish(network, top, district, tables, whole, row);
            for (int i = 0; i < sums.length; i++) {
              publisher.publish(network, district, sums[i], tables, parts.get(i), row);
            }
            network.hidden(district, rest, table.rest(whole, parts, row));
          }
          for (int i = 0; i < sums.length; i++) {
            publisher.publish(network, sums[i], bottom, tables, parts.get(i), province);
          }
          network.hidden(rest, bottom, table.rest(whole, parts, province));
          publisher.publish(network, bottom, top, tables, whole, province);
        });
  }

  /**
   * Open = high + medium + low + not assessed, in every row. New cases are no part of the open
   * ones: how many were closed or reopened meanwhile nobody is told.
   */
  static LinkedNetwork cases(Suppression suppression, YearOfTables.Protected tables) {
    return new LinkedNetwork(
        suppression,
        (network, publisher) -> {
          int top = network.node();
          int bottom = network.node();
          int province = tables.table().province();
          int[] risks = nodes(network, Measure.RISKS.size());
          for (int row = 0; row < province; row++) {
            int district = network.node();
            publisher.publish(network, top, district, tables, Measure.OPEN_CASES, row);
            for (int i = 0; i < risks.length; i++) {
              publisher.publish(network, district, risks[i], tables, Measure.RISKS.get(i), row);
            }
          }
          for (int i = 0; i < risks.length; i++) {
            publisher.publish(network, risks[i], bottom, tables, Measure.RISKS.get(i), province);
          }
          publisher.publish(network, bottom, top, tables, Measure.OPEN_CASES, province);
        });
  }

  /** Makes the tables as strict as these sums demand; returns whether any became stricter. */
  boolean apply() {
    for (Place place : places) {
      protection.demand(place.cell(), place.shown().of(place.measure(), place.row()));
    }
    protection.run();
    boolean stricter = false;
    for (Place place : places) {
      stricter |= place.shown().atLeast(place.measure(), place.row(), protection.of(place.cell()));
    }
    return stricter;
  }

  private static int[] nodes(SumNetwork network, int how) {
    int[] nodes = new int[how];
    for (int i = 0; i < how; i++) {
      nodes[i] = network.node();
    }
    return nodes;
  }

  private void publish(
      SumNetwork network,
      int from,
      int to,
      YearOfTables.Protected tables,
      Measure measure,
      int row) {
    int cell = network.published(from, to, tables.table().value(measure, row), tables.weight());
    places.add(new Place(tables.shown(), measure, row, cell));
  }
}
