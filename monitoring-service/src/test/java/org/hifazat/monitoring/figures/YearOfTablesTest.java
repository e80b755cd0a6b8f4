package org.hifazat.monitoring.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.hifazat.monitoring.suppression.Bounds;
import org.hifazat.monitoring.suppression.Disclosure;
import org.hifazat.monitoring.suppression.Suppression;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies.Sum;
import org.junit.jupiter.api.Test;

/** Whoever has all thirteen tables of a year learns nothing of a small count. */
class YearOfTablesTest {
  private static final int THRESHOLD = 5;
  private static final YearMonth LAST = YearMonth.of(2026, 11);
  private static final YearMonth FIRST = LAST.minusMonths(11);

  @Test
  void stocksAreThoseAtTheEndAndFlowsThoseOfTheMonth() {
    List<Sum> sums =
        List.of(
            new Sum("swat", FIRST.minusMonths(1), Measure.NEW_CASES, 10),
            new Sum("swat", FIRST.minusMonths(1), Measure.RISK_NOT_ASSESSED, 10),
            new Sum("swat", LAST, Measure.NEW_CASES, 20),
            new Sum("swat", LAST, Measure.RISK_NOT_ASSESSED, -5),
            new Sum("swat", LAST, Measure.RISK_HIGH, 25));
    YearOfTables year = year(List.of("swat", "tank"), sums);
    FigureTable before = year.month(LAST.minusMonths(1)).table();
    assertThat(before.value(Measure.OPEN_CASES, 0)).isEqualTo(10);
    assertThat(before.value(Measure.NEW_CASES, 0)).isZero();
    assertThat(before.value(Measure.RISK_NOT_ASSESSED, 0)).isEqualTo(10);
    FigureTable whole = year.whole().table();
    assertThat(whole.value(Measure.OPEN_CASES, 0)).isEqualTo(30);
    assertThat(whole.value(Measure.NEW_CASES, 0)).isEqualTo(20);
    assertThat(whole.value(Measure.RISK_HIGH, whole.province())).isEqualTo(25);
    assertThat(whole.value(Measure.OPEN_CASES, 1)).isZero();
  }

  @Test
  void aMonthThatTheOtherElevenAndTheYearWouldTellIsHiddenFromThem() {
    List<Sum> sums = new ArrayList<>();
    for (int back = 0; back < 12; back++) {
      sums.add(
          new Sum("swat", LAST.minusMonths(back), Measure.CONCERN_REPORTS, back == 5 ? 3 : 20));
      sums.add(new Sum("tank", LAST.minusMonths(back), Measure.CONCERN_REPORTS, 30));
    }
    YearOfTables year = year(List.of("swat", "tank"), sums);
    assertThat(year.month(LAST.minusMonths(5)).shown().of(Measure.CONCERN_REPORTS, 0))
        .isEqualTo(Disclosure.SMALL);
    long hidden =
        IntStream.range(0, 12)
            .filter(
                back ->
                    year.month(LAST.minusMonths(back)).shown().of(Measure.CONCERN_REPORTS, 0)
                        != Disclosure.SHOWN)
            .count();
    assertThat(
            hidden > 1 || year.whole().shown().of(Measure.CONCERN_REPORTS, 0) != Disclosure.SHOWN)
        .isTrue();
    attack(year, List.of("swat", "tank"));
  }

  @Test
  void anAttackerWithEveryTableLearnsNothingOfASmallCountWhateverTheCounts() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<String> districts =
          IntStream.rangeClosed(1, 1 + random.nextInt(12)).mapToObj(i -> "d" + i).toList();
      attack(year(districts, invented(random, districts)), districts);
    }
  }

  @Test
  void aProvinceOfFortyDistrictsStillReads() {
    Random random = new Random(7);
    List<String> districts = IntStream.rangeClosed(1, 40).mapToObj(i -> "d" + i).toList();
    YearOfTables year = year(districts, invented(random, districts));
    attack(year, districts);
    long shown = 0;
    for (Measure measure : Measure.values()) {
      if (year.whole().shown().of(measure, 40) == Disclosure.SHOWN) {
        shown++;
      }
    }
    assertThat(shown).as("figures of the province that are shown").isGreaterThan(8);
  }

  /** As small units have them: most of their months are small, their year seldom. */
  @Test
  void monthsAreHiddenRatherThanTheYear() {
    List<String> districts = IntStream.rangeClosed(0, 11).mapToObj(i -> "d" + i).toList();
    long large = 0;
    long hidden = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Sum> sums = new ArrayList<>();
      for (int report = 0; report < 140; report++) {
        String district = districts.get(random.nextBoolean() ? 0 : random.nextInt(12));
        YearMonth month = LAST.minusMonths(random.nextInt(12));
        sums.add(new Sum(district, month, Measure.CONCERN_REPORTS, 1));
      }
      YearOfTables year = year(districts, sums);
      attack(year, districts);
      for (int row = 0; row <= year.province(); row++) {
        if (year.whole().table().value(Measure.CONCERN_REPORTS, row) >= THRESHOLD) {
          large++;
          if (year.whole().shown().of(Measure.CONCERN_REPORTS, row) == Disclosure.WITHHELD) {
            hidden++;
          }
        }
      }
    }
    assertThat(hidden).as("counts of the year hidden, of " + large).isLessThan(large / 20);
  }

  @Test
  void whatWasOfferedAndTakenTellsNothingOfAFewEither() {
    List<String> responses = IntStream.rangeClosed(1, 8).mapToObj(i -> "r" + i).toList();
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<Sum> sums = new ArrayList<>();
      for (String response : responses) {
        int common = 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
        for (int back = 0; back < 12; back++) {
          int offered = random.nextInt(common + 1);
          YearMonth month = LAST.minusMonths(back);
          sums.add(new Sum(response, month, Measure.RESPONSES_OFFERED, offered));
          sums.add(new Sum(response, month, Measure.RESPONSES_TAKEN, random.nextInt(offered + 1)));
        }
      }
      attack(
          YearOfTables.of(
              responses, Measure.OF_RESPONSES, FIRST, LAST, sums, new Suppression(THRESHOLD)),
          responses);
    }
  }

  private static YearOfTables year(List<String> districts, List<Sum> sums) {
    return YearOfTables.of(districts, FIRST, LAST, sums, new Suppression(THRESHOLD));
  }

  /** A believable province: a few busy districts, many quiet ones, some without anything. */
  private static List<Sum> invented(Random random, List<String> districts) {
    List<Sum> sums = new ArrayList<>();
    for (String district : districts) {
      int busy = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(random.nextBoolean() ? 4 : 40);
      Map<Measure, Integer> stock = new HashMap<>();
      for (int back = 12; back >= 0 && busy > 0; back--) {
        YearMonth month = LAST.minusMonths(back);
        int fresh = random.nextInt(busy + 1);
        int due = random.nextInt(busy + 1);
        int reports = random.nextInt(busy + 1);
        int inTime = random.nextInt(due + 1);
        sums.add(new Sum(district, month, Measure.CONCERN_REPORTS, reports));
        sums.add(
            new Sum(district, month, Measure.REPORTS_LONG_WAITING, random.nextInt(reports + 1)));
        int asked = random.nextInt(busy + 1);
        int overdue = random.nextInt(asked + 1);
        sums.add(new Sum(district, month, Measure.REFERRALS_REQUESTED, asked));
        sums.add(new Sum(district, month, Measure.REFERRALS_OVERDUE, overdue));
        sums.add(
            new Sum(district, month, Measure.REFERRALS_LONG_OVERDUE, random.nextInt(overdue + 1)));
        sums.add(new Sum(district, month, Measure.REFERRALS_ACCEPTED, random.nextInt(busy + 1)));
        sums.add(new Sum(district, month, Measure.TASKS_DUE, due));
        sums.add(new Sum(district, month, Measure.TASKS_ON_TIME, inTime));
        sums.add(
            new Sum(district, month, Measure.TASKS_LONG_OVERDUE, random.nextInt(due - inTime + 1)));
        sums.add(new Sum(district, month, Measure.NEW_CASES, fresh));
        sums.add(new Sum(district, month, Measure.RISK_NOT_ASSESSED, fresh));
        int waiting = stock.merge(Measure.RISK_NOT_ASSESSED, fresh, Integer::sum);
        int assessed = random.nextInt(waiting + 1);
        stock.put(Measure.RISK_NOT_ASSESSED, waiting - assessed);
        Measure level = Measure.RISKS.get(random.nextInt(3));
        sums.add(new Sum(district, month, Measure.RISK_NOT_ASSESSED, -assessed));
        sums.add(new Sum(district, month, level, assessed));
        int closed = random.nextInt(waiting - assessed + 1);
        stock.merge(Measure.RISK_NOT_ASSESSED, -closed, Integer::sum);
        sums.add(new Sum(district, month, Measure.RISK_NOT_ASSESSED, -closed));
        sums.add(new Sum(district, month, Measure.OPEN_CASES, -closed));
      }
    }
    return sums;
  }

  private static void attack(YearOfTables year, List<String> districts) {
    Attack attack = new Attack(year, districts.size());
    attack.run();
  }

  /** All that the published tables say of each other, and the bounds it gives. */
  private static final class Attack {
    private final YearOfTables year;
    private final int province;
    private final Bounds bounds = new Bounds();
    private final Map<YearOfTables.Protected, Map<Measure, int[]>> counts = new HashMap<>();

    Attack(YearOfTables year, int province) {
      this.year = year;
      this.province = province;
    }

    void run() {
      publish(year.whole());
      year.months().values().forEach(this::publish);
      for (Measure measure : Measure.values()) {
        for (int row = 0; row <= province; row++) {
          int whole = of(year.whole(), measure, row);
          if (measure.isFlow()) {
            List<Integer> parts = new ArrayList<>();
            for (YearOfTables.Protected month : year.months().values()) {
              parts.add(of(month, measure, row));
            }
            bounds.sum(parts, List.of(whole));
          } else {
            bounds.sum(List.of(of(year.month(LAST), measure, row)), List.of(whole));
          }
        }
      }
      bounds.narrow();
      assertHidden("year", year.whole());
      year.months().forEach((month, tables) -> assertHidden(month.toString(), tables));
    }

    private void publish(YearOfTables.Protected tables) {
      Map<Measure, int[]> columns = new EnumMap<>(Measure.class);
      counts.put(tables, columns);
      for (Measure measure : Measure.values()) {
        int[] column = new int[province + 1];
        for (int row = 0; row <= province; row++) {
          column[row] =
              bounds.count(
                  tables.shown().of(measure, row), tables.table().value(measure, row), THRESHOLD);
        }
        columns.put(measure, column);
        bounds.sum(
            IntStream.range(0, province).map(row -> column[row]).boxed().toList(),
            List.of(column[province]));
      }
      for (int row = 0; row <= province; row++) {
        int here = row;
        int open = of(tables, Measure.OPEN_CASES, row);
        bounds.sum(
            Measure.RISKS.stream().map(risk -> of(tables, risk, here)).toList(), List.of(open));
        bounds.sum(
            List.of(
                of(tables, Measure.TASKS_ON_TIME, row),
                of(tables, Measure.TASKS_LONG_OVERDUE, row),
                bounds.unknown()),
            List.of(of(tables, Measure.TASKS_DUE, row)));
        bounds.sum(
            List.of(of(tables, Measure.RESPONSES_TAKEN, row), bounds.unknown()),
            List.of(of(tables, Measure.RESPONSES_OFFERED, row)));
        bounds.sum(
            List.of(of(tables, Measure.REFERRALS_OVERDUE, row), bounds.unknown()),
            List.of(of(tables, Measure.REFERRALS_REQUESTED, row)));
        bounds.sum(
            List.of(of(tables, Measure.REFERRALS_LONG_OVERDUE, row), bounds.unknown()),
            List.of(of(tables, Measure.REFERRALS_OVERDUE, row)));
        bounds.sum(
            List.of(of(tables, Measure.REPORTS_LONG_WAITING, row), bounds.unknown()),
            List.of(of(tables, Measure.CONCERN_REPORTS, row)));
      }
    }

    private int of(YearOfTables.Protected tables, Measure measure, int row) {
      return Objects.requireNonNull(Objects.requireNonNull(counts.get(tables)).get(measure))[row];
    }

    private void assertHidden(String period, YearOfTables.Protected tables) {
      for (Measure measure : Measure.values()) {
        for (int row = 0; row <= province; row++) {
          bounds.assertHides(
              of(tables, measure, row),
              tables.shown().of(measure, row),
              tables.table().value(measure, row),
              THRESHOLD,
              period + " " + measure + " " + row);
        }
      }
    }
  }
}
