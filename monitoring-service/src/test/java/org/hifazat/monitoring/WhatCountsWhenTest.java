package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.monitoring.MonthOfWork.aMonthOfWork;
import static org.hifazat.monitoring.Requests.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which month a thing counts in, and what of the numbers is shown. */
@HifazatTest(service = "monitoring")
class WhatCountsWhenTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-10T06:00:00Z");

  private final MutableClock clock;

  WhatCountsWhenTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void begin() {
    Backstage.empty();
    clock.stopAt(NOW);
    Happened.apply(
        List.of(
            Happened.district("peshawar", "peshawar", 1),
            Happened.district("tank", "dera-ismail-khan", 1)));
  }

  @Test
  void monthsAreThoseOfPakistan() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      events.add(Happened.report("tank", Instant.parse("2026-09-30T19:00:00Z")));
    }
    Happened.apply(events);
    figures("?month=2026-10").then().body("province.concernReports.value", equalTo(6));
    figures("?month=2026-09").then().body("province.concernReports.value", equalTo(0));
  }

  @Test
  void aTaskIsNotDueBeforeItsDeadline() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Instant due = NOW.plus(i < 5 ? 2 : -2, ChronoUnit.DAYS);
      events.add(Happened.due(UUID.randomUUID(), UUID.randomUUID(), "tank", due));
    }
    Happened.apply(events);
    figures("?month=2026-11").then().body("province.tasksDue.value", equalTo(5));
    clock.stopAt(NOW.plus(3, ChronoUnit.DAYS));
    figures("?month=2026-11")
        .then()
        .body("province.tasksDue.value", equalTo(10))
        .body("province.tasksOnTime.value", equalTo(0));
  }

  @Test
  void aLateTaskIsDueAndNotOnTime() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID caseId = UUID.randomUUID();
      Instant done = OCTOBER.plus(i < 5 ? 1 : -1, ChronoUnit.HOURS);
      events.add(Happened.done(UUID.randomUUID(), caseId, "tank", OCTOBER, done));
    }
    Happened.apply(events);
    figures("?month=2026-10")
        .then()
        .body("province.tasksDue.value", equalTo(10))
        .body("province.tasksOnTime.value", equalTo(5));
  }

  @Test
  void aReferralEnteredInErrorCountsNowhere() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      UUID referral = UUID.randomUUID();
      UUID caseId = UUID.randomUUID();
      events.add(Happened.requested(referral, caseId, "tank", OCTOBER));
      if (i < 6) {
        events.add(
            Happened.moved(referral, caseId, "tank", "requested", "entered-in-error", OCTOBER));
      }
    }
    Happened.apply(events);
    figures("?month=2026-10").then().body("province.referrals.requested.value", equalTo(6));
  }

  @Test
  void smallCountsAreNotShownAndAFilterShowsNoMore() {
    List<Happened> events = new ArrayList<>(aMonthOfWork("peshawar", 12, OCTOBER));
    events.addAll(aMonthOfWork("tank", 3, OCTOBER));
    Happened.apply(events);
    figures("?month=2026-10")
        .then()
        .body("districts.find { it.districtCode == 'tank' }.newCases.shown", equalTo("<5"))
        .body("districts.find { it.districtCode == 'tank' }.newCases.value", nullValue())
        .body("districts.find { it.districtCode == 'peshawar' }.newCases.shown", equalTo("…"));
    figures("?month=2026-10&districtCode=peshawar")
        .then()
        .body("districts", hasSize(1))
        .body("districts[0].newCases.shown", equalTo("…"))
        .body("province", equalTo(figures("?month=2026-10").path("province")));
    assertThat(
            Backstage.texts(
                "select subject_id || ' ' || codes[1] from audit_record where operation ="
                    + " 'VIEW_FIGURES' and outcome = 'read'"))
        .contains("2026-10 district:peshawar", "2026-10 all-districts");
  }

  @Test
  void theTrendIsTheProvinceOfEachMonth() {
    Happened.apply(aMonthOfWork("peshawar", 12, OCTOBER));
    Requests.as(org.hifazat.platform.testing.Persona.COMMISSION_MONITOR)
        .get("/v1/figures/trend?months=3")
        .then()
        .statusCode(200)
        .body("months.month", equalTo(List.of("2026-09", "2026-10", "2026-11")))
        .body("months[1].newCases.value", equalTo(12))
        .body("months[1].referrals.requested.value", equalTo(12))
        .body("months[2].newCases.shown", equalTo("0"));
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    figures("?month=2026-12").then().statusCode(422).body("code", equalTo("month-in-future"));
    figures("?districtCode=atlantis")
        .then()
        .statusCode(422)
        .body("code", equalTo("district-unknown"));
    figures("?month=2026-13").then().statusCode(400).body("code", equalTo("invalid-value"));
    figures("/trend?months=13").then().statusCode(400).body("code", equalTo("invalid-value"));
  }
}
