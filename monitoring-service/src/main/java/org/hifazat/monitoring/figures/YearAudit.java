package org.hifazat.monitoring.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
      for (Measure measure : Measure.values()) {
        ranges.sum(partsOfYear(measure, row), of(year.whole(), measure, row));
      }
    }
    ranges.narrow();
    // one at a time and row: hiding it may be enough for the others
    Set<String> rows = new HashSet<>();
    for (Place place : places) {
      if (ranges.isTold(place.count()) && rows.add(place.measure() + " " + place.row())) {
        hideSomethingAround(place);
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
    for (Measure measure : Measure.values()) {
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
      ranges.sum(
          Measure.RISKS.stream().mapToInt(risk -> of(tables, risk, here)).toArray(),
          of(tables, Measure.OPEN_CASES, row));
      part(tables, Measure.NEW_CASES, Measure.OPEN_CASES, row);
      part(tables, Measure.TASKS_ON_TIME, Measure.TASKS_DUE, row);
    }
  }

  private void part(YearOfTables.Protected tables, Measure part, Measure whole, int row) {
    FigureTable table = tables.table();
    int rest = ranges.hidden(table.value(whole, row) - table.value(part, row));
    ranges.sum(new int[] {of(tables, part, row), rest}, of(tables, whole, row));
  }

  private int of(YearOfTables.Protected tables, Measure measure, int row) {
    return Objects.requireNonNull(Objects.requireNonNull(counts.get(tables)).get(measure))[row];
  }

  /** First the year's count of the same row, then what is nearest in the same table. */
  private void hideSomethingAround(Place told) {
    Stream<Place> sameRow =
        places.stream()
            .filter(place -> place.row() == told.row() && place.tables().equals(year.whole()))
            .filter(place -> place.measure() == told.measure());
    Stream<Place> sameTable =
        places.stream()
            .filter(place -> place.tables().equals(told.tables()))
            .filter(place -> place.row() == told.row() || place.measure() == told.measure());
    Optional<Place> most =
        Stream.of(sameRow, sameTable, places.stream())
            .flatMap(around -> around)
            .filter(place -> shown(place) != Disclosure.WITHHELD)
            .findFirst();
    Place place = most.orElseThrow(() -> new IllegalStateException("nothing is left to hide"));
    place.tables().shown().atLeast(place.measure(), place.row(), Disclosure.WITHHELD);
  }

  private static Disclosure shown(Place place) {
    return place.tables().shown().of(place.measure(), place.row());
  }
}
