package org.hifazat.monitoring.figures;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;

/**
 * Some months and all of them together, protected as one: whoever has every table of the year can
 * add the months up, and must not learn more than from each.
 */
final class YearOfTables {
  /**
   * A table with how its counts are shown.
   *
   * @param weight how much more the loss of a count here costs than that of a month's
   */
  record Protected(FigureTable table, Shown shown, int weight) {}

  /** The year is what is looked at first: as many counts of months are rather hidden. */
  private static final int OF_THE_YEAR = Figures.MONTHS;

  private static final int OF_A_MONTH = 1;

  /** Counts that are parts of another one; what is in none of them nobody is shown. */
  record Parts(Measure whole, List<Measure> parts) {}

  static final List<Parts> PARTS =
      List.of(
          new Parts(Measure.TASKS_DUE, List.of(Measure.TASKS_ON_TIME, Measure.TASKS_LONG_OVERDUE)),
          new Parts(Measure.CONCERN_REPORTS, List.of(Measure.REPORTS_LONG_WAITING)),
          new Parts(Measure.REFERRALS_REQUESTED, List.of(Measure.REFERRALS_OVERDUE)),
          new Parts(Measure.REFERRALS_OVERDUE, List.of(Measure.REFERRALS_LONG_OVERDUE)),
          new Parts(Measure.RESPONSES_OFFERED, List.of(Measure.RESPONSES_TAKEN)));

  private final List<String> districts;
  private final List<Measure> measures;
  private final Map<YearMonth, Protected> months = new LinkedHashMap<>();
  private final Protected whole;
  private final YearMonth last;

  private YearOfTables(
      List<String> districts, List<Measure> measures, YearMonth first, YearMonth last) {
    this.districts = districts;
    this.measures = measures;
    this.last = last;
    this.whole = empty(OF_THE_YEAR);
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      months.put(month, empty(OF_A_MONTH));
    }
  }

  /**
   * @param districts codes of all districts that have a row; every sum belongs to one
   * @param sums by month, with all that came before the first month in the month before it
   */
  static YearOfTables of(
      List<String> districts,
      YearMonth first,
      YearMonth last,
      List<Tallies.Sum> sums,
      Suppression suppression) {
    return of(districts, Measure.OF_DISTRICTS, first, last, sums, suppression);
  }

  /**
   * @param rows codes of the rows, in the place of districts
   * @param measures what is counted by them
   * @param sums by row and month
   */
  static YearOfTables of(
      List<String> rows,
      List<Measure> measures,
      YearMonth first,
      YearMonth last,
      List<Tallies.Sum> sums,
      Suppression suppression) {
    YearOfTables year = new YearOfTables(rows, measures, first, last);
    sums.forEach(year::add);
    year.protect(suppression);
    return year;
  }

  /** What is counted in these tables. */
  List<Measure> measures() {
    return measures;
  }

  /** All months together; stocks are those at the end. */
  Protected whole() {
    return whole;
  }

  Protected month(YearMonth month) {
    return Objects.requireNonNull(months.get(month), "a month of this year");
  }

  Map<YearMonth, Protected> months() {
    return months;
  }

  /** The months and, last, the year. */
  List<Protected> all() {
    List<Protected> all = new ArrayList<>(months.values());
    all.add(whole);
    return all;
  }

  int province() {
    return districts.size();
  }

  /** The last month: its stocks are the year's. */
  Protected end() {
    return month(last);
  }

  private Protected empty(int weight) {
    return new Protected(new FigureTable(districts), new Shown(districts.size() + 1), weight);
  }

  private void add(Tallies.Sum sum) {
    if (sum.measure() == Measure.NEW_CASES) {
      addStock(sum, Measure.OPEN_CASES);
    }
    if (!sum.measure().isFlow()) {
      addStock(sum, sum.measure());
      return;
    }
    Protected month = months.get(sum.month());
    if (month != null) {
      month.table().add(sum.districtCode(), sum.measure(), sum.value());
      whole.table().add(sum.districtCode(), sum.measure(), sum.value());
    }
  }

  /** What came in a month is there at the end of it and of every later one. */
  private void addStock(Tallies.Sum sum, Measure measure) {
    months.forEach(
        (month, tables) -> {
          if (!month.isBefore(sum.month())) {
            tables.table().add(sum.districtCode(), measure, sum.value());
          }
        });
    whole.table().add(sum.districtCode(), measure, sum.value());
  }

  private void protect(Suppression suppression) {
    List<LinkedNetwork> networks = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure.isFlow()) {
        networks.add(LinkedNetwork.addingUp(suppression, this, measure));
      }
    }
    for (Protected tables : all()) {
      for (Parts parts : PARTS) {
        if (measures.contains(parts.whole())) {
          networks.add(LinkedNetwork.parts(suppression, tables, parts.whole(), parts.parts()));
        }
      }
      if (measures.contains(Measure.OPEN_CASES)) {
        networks.add(LinkedNetwork.cases(suppression, tables));
      }
    }
    boolean stricter = true;
    while (stricter) {
      stricter = false;
      for (LinkedNetwork network : networks) {
        stricter |= network.apply();
      }
      for (Measure measure : measures) {
        stricter |= !measure.isFlow() && sameAtTheEnd(measure);
      }
      stricter = stricter || new YearAudit(this, suppression.threshold()).hideWhatIsTold();
    }
  }

  /** What is open at the end of the year is open at the end of its last month. */
  private boolean sameAtTheEnd(Measure measure) {
    Shown end = end().shown();
    boolean stricter = false;
    for (int row = 0; row <= districts.size(); row++) {
      stricter |= whole.shown().atLeast(measure, row, end.of(measure, row));
      stricter |= end.atLeast(measure, row, whole.shown().of(measure, row));
    }
    return stricter;
  }
}
