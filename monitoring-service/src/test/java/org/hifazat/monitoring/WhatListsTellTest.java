package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.monitoring.Requests.figures;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.hifazat.monitoring.suppression.Bounds;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody of the Commission reads every list there is, of each month and of the year, and takes
 * what stands in it for at least one: a count from one to four stays any of the four.
 */
@HifazatTest(service = "monitoring")
class WhatListsTellTest {
  private static final int THRESHOLD = 5;
  private static final YearMonth LAST = YearMonth.of(2026, 11);
  private static final String YEAR = "";
  private static final String ALL = "";
  private static final List<String> DISTRICTS = List.of("bannu", "karak", "swat", "tank");
  private static final List<String> KINDS = List.of("legal-aid", "shelter");
  private static final List<String> RESPONSES = List.of("legal-aid", "school-contact");
  private static final List<String> URGENCIES = List.of("immediate", "routine");

  private final MutableClock clock;

  WhatListsTellTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(Instant.parse("2026-11-21T09:00:00Z"));
  }

  /** Where something is counted: a month, or the year, and a code, or all of them. */
  private record Place(String month, String code) {}

  /** What there is of one kind, and what a reader learns of it. */
  private static final class Counted {
    private final List<String> codes;
    private final Map<Place, Long> truth = new HashMap<>();
    private final Map<Place, Integer> read = new LinkedHashMap<>();
    private final Bounds bounds = new Bounds();

    Counted(List<String> codes) {
      this.codes = codes;
    }

    void happened(String month, String code) {
      for (String when : List.of(month, YEAR)) {
        truth.merge(new Place(when, code), 1L, Long::sum);
        truth.merge(new Place(when, ALL), 1L, Long::sum);
      }
    }

    void learnt(String month, String code, int count) {
      read.put(new Place(month, code), count);
    }

    void assertAFewStayAFew(String what) {
      for (String month : periods()) {
        bounds.sum(codes.stream().map(code -> of(month, code)).toList(), List.of(of(month, ALL)));
      }
      List<String> places = new ArrayList<>(codes);
      places.add(ALL);
      for (String code : places) {
        bounds.sum(
            months().stream().map(month -> of(month, code)).toList(), List.of(of(YEAR, code)));
      }
      bounds.narrow();
      read.forEach(
          (place, count) -> {
            long value = truth.getOrDefault(place, 0L);
            if (value > 0 && value < THRESHOLD) {
              assertThat(bounds.least(count)).as(what + " " + place).isLessThanOrEqualTo(1);
              assertThat(bounds.greatest(count))
                  .as(what + " " + place)
                  .isGreaterThanOrEqualTo(THRESHOLD - 1);
            }
          });
    }

    private int of(String month, String code) {
      return Objects.requireNonNull(read.get(new Place(month, code)), "every place was read");
    }
  }

  @Test
  void fourOfOneEachInFourPlacesAreNotFour() {
    List<Happened> events = new ArrayList<>();
    Counted gaps = new Counted(gapCodes());
    Counted times = new Counted(DISTRICTS);
    for (String district : DISTRICTS) {
      events.add(Happened.missing(district, "shelter", in(LAST)));
      gaps.happened(LAST.toString(), district + "/shelter");
      events.add(Happened.triaged(district, "routine", in(LAST), 90));
      times.happened(LAST.toString(), district);
    }
    Happened.apply(events);
    readGaps(gaps);
    gaps.assertAFewStayAFew("gaps");
    readTimes(times, "routine");
    times.assertAFewStayAFew("decided");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverHappensInAYearAFewStayAFew(long seed) {
    Random random = new Random(seed);
    List<String> facts = new ArrayList<>();
    Counted gaps = new Counted(gapCodes());
    Counted offered = new Counted(RESPONSES);
    Map<String, Counted> times = new LinkedHashMap<>();
    URGENCIES.forEach(urgency -> times.put(urgency, new Counted(DISTRICTS)));
    for (YearMonth month = LAST.minusMonths(11);
        !month.isAfter(LAST);
        month = month.plusMonths(1)) {
      String name = month.toString();
      for (String code : gapCodes()) {
        String[] parts = code.split("/", 2);
        for (int i = few(random); i > 0; i--) {
          facts.add(
              "insert into gap_fact values (gen_random_uuid(), '%s', '%s', 'no-capacity', '%s')"
                  .formatted(parts[0], parts[1], in(month)));
          gaps.happened(name, code);
        }
      }
      for (String response : RESPONSES) {
        for (int i = few(random); i > 0; i--) {
          facts.add(
              "insert into response_fact values (gen_random_uuid(), '%s', '%s')"
                  .formatted(response, in(month)));
          offered.happened(name, response);
        }
      }
      for (String urgency : URGENCIES) {
        for (String district : DISTRICTS) {
          for (int i = few(random); i > 0; i--) {
            facts.add(
                "insert into triage_fact values (gen_random_uuid(), '%s', '%s', '%s', %d)"
                    .formatted(district, urgency, in(month), 30 * i));
            Objects.requireNonNull(times.get(urgency)).happened(name, district);
          }
        }
      }
    }
    Backstage.execute(String.join(";", facts));
    readGaps(gaps);
    gaps.assertAFewStayAFew("gaps");
    readOffered(offered);
    offered.assertAFewStayAFew("offered");
    times.forEach(
        (urgency, counted) -> {
          readTimes(counted, urgency);
          counted.assertAFewStayAFew("decided " + urgency);
        });
  }

  /** Mostly nothing or one, sometimes many. */
  private static int few(Random random) {
    int kind = random.nextInt(10);
    return kind < 6 ? 0 : kind < 9 ? 1 + random.nextInt(2) : 5 + random.nextInt(4);
  }

  private static void readGaps(Counted gaps) {
    for (String month : periods()) {
      JsonPath answer = list("/service-gaps", month);
      Map<String, String> listed = new HashMap<>();
      for (Map<String, Object> item : answer.<Map<String, Object>>getList("items")) {
        listed.put(
            item.get("districtCode") + "/" + item.get("serviceCategory"), shown(item, "gaps"));
      }
      readCounts(gaps, month, listed, answer.getString("total.shown"));
    }
  }

  private static void readOffered(Counted offered) {
    for (String month : periods()) {
      JsonPath answer = list("/responses", month);
      Map<String, String> listed = new HashMap<>();
      for (Map<String, Object> item : answer.<Map<String, Object>>getList("items")) {
        listed.put(String.valueOf(item.get("response")), shown(item, "offered"));
      }
      readCounts(offered, month, listed, answer.getString("total.offered.shown"));
    }
  }

  /** What is not listed may be anything; what is listed happened. */
  private static void readCounts(
      Counted counted, String month, Map<String, String> listed, String total) {
    for (String code : counted.codes) {
      String shown = listed.get(code);
      counted.learnt(
          month, code, shown == null ? counted.bounds.unknown() : told(counted, shown, 1));
    }
    counted.learnt(month, ALL, told(counted, total, 0));
  }

  private static int told(Counted counted, String shown, long least) {
    return switch (shown) {
      case "…" -> counted.bounds.atLeast(least);
      case "<5" -> counted.bounds.between(1, THRESHOLD - 1L);
      default -> counted.bounds.between(Long.parseLong(shown), Long.parseLong(shown));
    };
  }

  /** A time tells that at least five were decided, and its absence that fewer were. */
  private static void readTimes(Counted times, String urgency) {
    for (String month : periods()) {
      Map<String, Boolean> listed = new HashMap<>();
      for (Map<String, Object> item :
          list("/triage-times", month).<Map<String, Object>>getList("items")) {
        if (urgency.equals(item.get("urgency"))) {
          String district = String.valueOf(item.getOrDefault("districtCode", ALL));
          listed.put(district, item.get("medianMinutes") != null);
        }
      }
      for (String code :
          IntStream.rangeClosed(0, DISTRICTS.size())
              .mapToObj(i -> i == 0 ? ALL : DISTRICTS.get(i - 1))
              .toList()) {
        Boolean told = listed.get(code);
        times.learnt(
            month,
            code,
            Boolean.TRUE.equals(told)
                ? times.bounds.atLeast(THRESHOLD)
                : times.bounds.between(told == null ? 0 : 1, THRESHOLD - 1L));
      }
    }
  }

  private static JsonPath list(String what, String month) {
    return figures(what + (month.equals(YEAR) ? "" : "?month=" + month))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static String shown(Map<String, Object> item, String figure) {
    return String.valueOf(((Map<?, ?>) Objects.requireNonNull(item.get(figure))).get("shown"));
  }

  private static List<String> gapCodes() {
    return DISTRICTS.stream()
        .flatMap(district -> KINDS.stream().map(kind -> district + "/" + kind))
        .toList();
  }

  private static List<String> months() {
    return IntStream.range(0, 12).mapToObj(back -> LAST.minusMonths(back).toString()).toList();
  }

  private static List<String> periods() {
    List<String> periods = new ArrayList<>(months());
    periods.add(YEAR);
    return periods;
  }

  private static Instant in(YearMonth month) {
    return Instant.parse(month + "-10T06:00:00Z");
  }
}
