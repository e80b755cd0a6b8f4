package org.hifazat.monitoring.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hifazat.monitoring.suppression.Disclosure;
import org.hifazat.monitoring.suppression.Ranges;
import org.hifazat.monitoring.tally.Measure;

/**
 * Reads all tables of a year against each other, as somebody would who has them all. The parts of
 * tasks and cases, the districts and the months together are sums in three directions, which no
 * network holds: what they still tell is found here, and hidden.
 */
final class YearAudit {
  private record Place(YearOfTables.Protected tables, Measure measure, int row, int count) {}

  private final YearOfTables year;
  private final Ranges ranges;
  private final List<Place> places = new ArrayList<>();
  private final Map<YearOfTables.Protected, Map<Measure, int[]>> counts = new HashMap<>();

  YearAudit(YearOfTables year, int threshold) {
    this.year = year;
    this.ranges = new Ranges(threshold);
  }

  /** Whether anything was told, and more is hidden now. */
  boolean hideWhatIsTold() {
    year.all().forEach(this::publish);
    for (int row = 0; row <= year.province(); row++) {
      for (Measure measure : year.measures()) {
        ranges.sum(partsOfYear(measure, row), of(year.whole(), measure, row));
      }
    }
    ranges.narrow();
    // once a row: it may be enough for the others
    Set<List<Object>> rows = new HashSet<>();
    for (Place place : places) {
      if (ranges.isTold(place.count())
          && rows.add(List.of(related(place.measure()), place.row()))) {
        hideTheRow(place);
      }
    }
    return !rows.isEmpty();
  }

  private int[] partsOfYear(Measure measure, int row) {
    return measure.isFlow()
        ? year.months().values().stream().mapToInt(month -> of(month, measure, row)).toArray()
        : new int[] {of(year.end(), measure, row)};
  }

  private void publish(YearOfTables.Protected tables) {
    Map<Measure, int[]> columns = new EnumMap<>(Measure.class);
    counts.put(tables, columns);
    int province = year.province();
    for (Measure measure : year.measures()) {
      int[] column = new int[province + 1];
      for (int row = 0; row <= province; row++) {
        column[row] =
            ranges.published(tables.table().value(measure, row), tables.shown().of(measure, row));
        places.add(new Place(tables, measure, row, column[row]));
      }
      columns.put(measure, column);
      ranges.sum(IntStream.range(0, province).map(row -> column[row]).toArray(), column[province]);
    }
    for (int row = 0; row <= province; row++) {
      int here = row;
      if (columns.containsKey(Measure.OPEN_CASES)) {
        ranges.sum(
            Measure.RISKS.stream().mapToInt(risk -> of(tables, risk, here)).toArray(),
            of(tables, Measure.OPEN_CASES, row));
      }
      for (YearOfTables.Parts parts : YearOfTables.PARTS) {
        if (columns.containsKey(parts.whole())) {
          parts(tables, parts.parts(), parts.whole(), row);
        }
      }
    }
  }

  private void parts(YearOfTables.Protected tables, List<Measure> parts, Measure whole, int row) {
    int rest = ranges.hidden(tables.table().rest(whole, parts, row));
    ranges.sum(
        IntStream.concat(parts.stream().mapToInt(part -> of(tables, part, row)), IntStream.of(rest))
            .toArray(),
        of(tables, whole, row));
  }

  private int of(YearOfTables.Protected tables, Measure measure, int row) {
    return Objects.requireNonNull(Objects.requireNonNull(counts.get(tables)).get(measure))[row];
  }

  /**
   * So little happens in such a row that its small counts bound each other: that they are small is
   * hidden, and if that has not helped, all that is not zero.
   */
  private void hideTheRow(Place told) {
    List<Measure> related = related(told.measure());
    List<Place> row =
        places.stream()
            .filter(place -> place.row() == told.row() && related.contains(place.measure()))
            .filter(place -> place.tables().table().value(place.measure(), place.row()) > 0)
            .filter(place -> shown(place) != Disclosure.WITHHELD)
            .toList();
    List<Place> small = row.stream().filter(place -> shown(place) == Disclosure.SMALL).toList();
    List<Place> hiding = small.isEmpty() ? row : small;
    if (hiding.isEmpty()) {
      hiding = nearest(told, related);
    }
    for (Place place : hiding) {
      place.tables().shown().atLeast(place.measure(), place.row(), Disclosure.WITHHELD);
    }
  }

  /**
   * Another row or column tells it: the one that says least besides, in the same column first and
   * there the smallest.
   */
  private List<Place> nearest(Place told, List<Measure> related) {
    return places.stream()
        .filter(place -> shown(place) != Disclosure.WITHHELD)
        .min(
            Comparator.<Place>comparingInt(place -> related.contains(place.measure()) ? 0 : 1)
                .thenComparingInt(place -> value(place) == 0 ? 1 : 0)
                .thenComparingInt(place -> place.measure() == told.measure() ? 0 : 1)
                .thenComparingInt(place -> place.tables().equals(told.tables()) ? 0 : 1)
                .thenComparingLong(YearAudit::value))
        .stream()
        .toList();
  }

  private static long value(Place place) {
    return place.tables().table().value(place.measure(), place.row());
  }

  private static List<Measure> related(Measure measure) {
    return switch (measure) {
      case TASKS_DUE, TASKS_ON_TIME, TASKS_LONG_OVERDUE ->
          List.of(Measure.TASKS_DUE, Measure.TASKS_ON_TIME, Measure.TASKS_LONG_OVERDUE);
      case CONCERN_REPORTS, REPORTS_LONG_WAITING ->
          List.of(Measure.CONCERN_REPORTS, Measure.REPORTS_LONG_WAITING);
      case REFERRALS_REQUESTED, REFERRALS_OVERDUE, REFERRALS_LONG_OVERDUE ->
          List.of(
              Measure.REFERRALS_REQUESTED,
              Measure.REFERRALS_OVERDUE,
              Measure.REFERRALS_LONG_OVERDUE);
      case RESPONSES_OFFERED, RESPONSES_TAKEN -> Measure.OF_RESPONSES;
      case OPEN_CASES, RISK_HIGH, RISK_MEDIUM, RISK_LOW, RISK_NOT_ASSESSED ->
          List.of(
              Measure.OPEN_CASES,
              Measure.RISK_HIGH,
              Measure.RISK_MEDIUM,
              Measure.RISK_LOW,
              Measure.RISK_NOT_ASSESSED);
      case NEW_CASES, REFERRALS_ACCEPTED, REFERRALS_COMPLETED, LOOPS_CLOSED, SERVICE_GAPS ->
          List.of(measure);
    };
  }

  private static Disclosure shown(Place place) {
    return place.tables().shown().of(place.measure(), place.row());
  }
}
