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
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

  /** In the month it was due in or received, in whatever order the news comes. */
  @Test
  void whatIsUndoneAtTwiceItsTimeIsCountedAndWhatOnlyTheSupervisorIsToldOfIsNot() {
    List<Happened> events = new ArrayList<>();
    Instant told = OCTOBER.plus(30, ChronoUnit.DAYS);
    for (int i = 0; i < 24; i++) {
      UUID task = UUID.randomUUID();
      UUID caseId = UUID.randomUUID();
      Happened report = Happened.report("tank", OCTOBER);
      events.add(report);
      events.add(Happened.due(task, caseId, "tank", OCTOBER));
      events.add(Happened.escalated(task, caseId, "tank", OCTOBER, "supervisor", OCTOBER));
      events.add(Happened.reportEscalated(report, "tank", "supervisor", OCTOBER));
      if (i < 12) {
        events.add(Happened.escalated(task, caseId, "tank", OCTOBER, "commission", told));
        events.add(Happened.reportEscalated(report, "tank", "commission", told));
      }
      if (i < 6) {
        // written down late: it was done before the Commission was told
        Instant done = OCTOBER.plus(1, ChronoUnit.DAYS);
        events.add(Happened.done(task, caseId, "tank", OCTOBER, done));
      }
    }
    Collections.shuffle(events, new Random(5));
    Happened.apply(events);
    figures("?month=2026-10")
        .then()
        .body("province.tasksDue.value", equalTo(24))
        .body("province.tasksLongOverdue.value", equalTo(6))
        .body("province.concernReports.value", equalTo(24))
        .body("province.reportsLongWaiting.value", equalTo(12))
        .body("districts.find { it.districtCode == 'tank' }.tasksLongOverdue.value", equalTo(6));
    figures("?month=2026-11")
        .then()
        .body("province.tasksLongOverdue.value", equalTo(0))
        .body("province.reportsLongWaiting.value", equalTo(0));
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

  /**
   * In the month it was asked for, by whichever clock ran out, in whatever order the news comes.
   */
  @Test
  void aReferralWhoseTimeIsOverIsCountedOnceAndAReminderIsNot() {
    List<Happened> events = new ArrayList<>();
    Instant told = OCTOBER.plus(30, ChronoUnit.DAYS);
    for (int i = 0; i < 30; i++) {
      UUID referral = UUID.randomUUID();
      UUID caseId = UUID.randomUUID();
      events.add(Happened.requested(referral, caseId, "tank", OCTOBER));
      events.add(escalated(referral, caseId, "respond", "reminder", OCTOBER));
      if (i < 20) {
        events.add(escalated(referral, caseId, "respond", "supervisor", told));
        events.add(escalated(referral, caseId, "complete", "supervisor", told));
      }
      if (i < 10) {
        events.add(escalated(referral, caseId, "complete", "commission", told));
      }
    }
    Collections.shuffle(events, new Random(11));
    Happened.apply(events);
    Happened.apply(events.stream().map(Happened::again).toList());
    figures("?month=2026-10")
        .then()
        .body("province.referrals.requested.value", equalTo(30))
        .body("province.referrals.overdue.value", equalTo(20))
        .body("province.referrals.longOverdue.value", equalTo(10))
        .body("districts.find { it.districtCode == 'tank' }.referrals.overdue.value", equalTo(20));
    figures("?month=2026-11").then().body("province.referrals.overdue.value", equalTo(0));
    Backstage.execute(
        "insert into counted_since values ('referrals-overdue', '2026-10-20'), ('tasks-long-overdue', '2026-11-01')");
    try {
      figures("?month=2026-10")
          .then()
          .body("province.referrals.requested.value", equalTo(30))
          .body("province.referrals.overdue.value", nullValue())
          .body("province.referrals.overdue.shown", equalTo("–"))
          .body("province.tasksLongOverdue.shown", equalTo("–"))
          .body(
              "districts.find { it.districtCode == 'tank' }.referrals.overdue.shown", equalTo("–"));
      figures("?month=2026-11")
          .then()
          .body("province.referrals.overdue.shown", equalTo("0"))
          .body("province.tasksLongOverdue.shown", equalTo("0"));
      figures("").then().body("province.referrals.overdue.shown", equalTo("–"));
      Requests.as(org.hifazat.platform.testing.Persona.COMMISSION_MONITOR)
          .get("/v1/figures/trend?months=2")
          .then()
          .statusCode(200)
          .body("months.find { it.month == '2026-10' }.referrals.overdue.shown", equalTo("–"));
    } finally {
      Backstage.execute("delete from counted_since");
    }
  }

  private static Happened escalated(
      UUID referral, UUID caseId, String clock, String level, Instant at) {
    return Happened.referralEscalated(referral, caseId, "tank", clock, level, at);
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
