package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.monitoring.Requests.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the report to the decision: half of them at most so long. */
@HifazatTest(service = "monitoring")
class TriageTimesTest {
  private static final Instant OCTOBER = Instant.parse("2026-10-10T06:00:00Z");

  private final MutableClock clock;

  TriageTimesTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(Instant.parse("2026-11-21T09:00:00Z"));
  }

  private static List<Happened> decided(String district, String urgency, int... minutes) {
    List<Happened> events = new ArrayList<>();
    for (int waited : minutes) {
      events.add(Happened.triaged(district, urgency, OCTOBER, waited));
    }
    return events;
  }

  private static String of(String district, String urgency) {
    return "items.find { it.districtCode == "
        + (district.isEmpty() ? "null" : "'" + district + "'")
        + " && it.urgency == '"
        + urgency
        + "' }";
  }

  @Test
  void halfOfTheReportsWaitedNoLongerAndFewerThanFiveSayNothing() {
    List<Happened> events = decided("peshawar", "immediate", 10, 20, 31, 400, 500);
    events.addAll(decided("tank", "immediate", 5, 6, 7, 8));
    events.addAll(decided("tank", "routine", 2000, 3000, 4000, 5000, 6000));
    Happened.apply(events);
    String month = "/triage-times?month=2026-10";
    figures(month)
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-10-01"))
        .body(of("peshawar", "immediate") + ".medianMinutes", equalTo(45))
        .body(of("tank", "immediate"), nullValue())
        .body(of("tank", "routine") + ".medianMinutes", equalTo(4005))
        .body(of("", "immediate") + ".medianMinutes", equalTo(15))
        .body(of("peshawar", "urgent"), nullValue());
    Happened.apply(events);
    figures(month).then().body(of("", "immediate") + ".medianMinutes", equalTo(15));
    figures("/triage-times?month=2026-09").then().body("items.size()", equalTo(0));
    figures("/triage-times").then().body("items.size()", equalTo(4));
    assertThat(
            Backstage.count(
                "select count(*) from audit_record where 'time-to-triage' = any (codes)"))
        .isPositive();
  }

  @Test
  void aMonthToComeIsRefused() {
    figures("/triage-times?month=2026-12")
        .then()
        .statusCode(422)
        .body("code", equalTo("month-in-future"));
  }
}
