package org.hifazat.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invents a year of casework over all units; the same seed gives the same year. */
final class YearOfCasework {
  private static final int CASES_PER_UNIT = 9;
  private static final int MORE_IN_THE_CAPITAL = 40;
  private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
  private static final Duration LATEST = Duration.ofDays(9);

  private static final List<String> CHANNELS =
      List.of("helpline-1121", "helpline-1121", "walk-in", "police", "school", "committee");
  private static final List<String> URGENCIES = List.of("immediate", "urgent", "urgent", "routine");
  private static final List<List<String>> CONCERNS =
      List.of(
          List.of("child_domestic_labour"),
          List.of("begging_forced", "street_connected"),
          List.of("corporal_punishment_school"),
          List.of("physical_abuse"),
          List.of("neglect_education"),
          List.of("child_marriage_planned"),
          List.of("runaway"),
          List.of("missing"),
          List.of("orphan_no_caregiver", "statelessness_no_registration"),
          List.of("hazardous_labour"),
          List.of("emotional_abuse", "custody_dispute"));

  private final Random chance;
  private final Instant now;
  private final Instant begin;

  /** The year is the twelve months the Commission sees: this one and the eleven before it. */
  YearOfCasework(long seed, Instant now) {
    this.chance = new Random(seed);
    this.now = now;
    this.begin =
        YearMonth.from(now.atZone(KARACHI))
            .minusMonths(11)
            .atDay(1)
            .atStartOfDay(KARACHI)
            .toInstant();
  }

  /** A unit, its demo workers and the districts it has served for at least a year. */
  record Unit(String code, List<String> workers, List<String> districts) {}

  List<PlannedCase> plan(List<Unit> units) {
    List<PlannedCase> plan = new ArrayList<>();
    for (Unit unit : units) {
      int count = CASES_PER_UNIT + (unit.code().equals(Size.CAPITAL) ? MORE_IN_THE_CAPITAL : 0);
      for (int i = 0; i < count; i++) {
        plan.add(one(plan.size() + 1, unit, false));
      }
      plan.add(one(plan.size() + 1, unit, true));
    }
    return plan;
  }

  private PlannedCase one(int number, Unit unit, boolean noConcern) {
    long range = Duration.between(begin, now.minus(LATEST)).toSeconds();
    Instant reported = begin.plusSeconds((long) (chance.nextDouble() * range));
    boolean recent = reported.isAfter(now.minus(Duration.ofDays(20)));
    boolean assessed = !recent || chance.nextInt(3) > 0;
    boolean late = chance.nextInt(6) == 0;
    return new PlannedCase(
        number,
        unit.workers().get(number % unit.workers().size()),
        unit.districts().get(chance.nextInt(unit.districts().size())),
        Names.child(chance, number),
        CHANNELS.get(chance.nextInt(CHANNELS.size())),
        CONCERNS.get(chance.nextInt(CONCERNS.size())),
        URGENCIES.get(chance.nextInt(URGENCIES.size())),
        reported,
        1 + chance.nextInt(20),
        assessed ? (late ? 30 + chance.nextInt(40) : 1 + chance.nextInt(22)) : -1,
        chance.nextInt(4),
        chance.nextInt(4),
        chance.nextInt(8) == 0,
        chance.nextInt(10) == 0 ? -1 : 2 + chance.nextInt(late ? 60 : 20),
        chance.nextInt(10) < 6,
        noConcern);
  }
}
