package org.hifazat.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hifazat.monitoring.MonthOfWork.aMonthOfWork;
import static org.hifazat.monitoring.Requests.comparable;
import static org.hifazat.monitoring.Requests.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.Config;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.IncomingChannels;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "monitoring")
class EventsToFiguresTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant OCTOBER = Instant.parse("2026-10-10T06:00:00Z");

  private final MutableClock clock;
  private final Config config;

  EventsToFiguresTest(MutableClock clock, Config config) {
    this.clock = clock;
    this.config = config;
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
  void whatHappenedIsCountedInItsDistrictAndMonthAndInTheProvince() {
    Happened.apply(aMonthOfWork("peshawar", 8, OCTOBER));
    figures("?month=2026-10")
        .then()
        .statusCode(200)
        .body("from", equalTo("2026-10-01"))
        .body("to", equalTo("2026-10-31"))
        .body("districts.districtCode", hasItems("peshawar", "tank"))
        .body("districts.find { it.districtCode == 'tank' }.division", equalTo("dera-ismail-khan"))
        .body("districts.find { it.districtCode == 'tank' }.newCases.shown", equalTo("0"))
        .body("districts.find { it.districtCode == 'peshawar' }.name.ur", equalTo("ضلع"))
        .body("districts.find { it.districtCode == 'peshawar' }.newCases.value", equalTo(8))
        .body("province.concernReports.value", equalTo(8))
        .body("province.openCases.value", equalTo(8))
        .body("province.risk.high.value", equalTo(8))
        .body("province.risk.notAssessed.value", equalTo(0))
        .body("province.tasksDue.value", equalTo(8))
        .body("province.tasksOnTime.value", equalTo(8))
        .body("province.referrals.requested.value", equalTo(8))
        .body("province.referrals.accepted.value", equalTo(8))
        .body("province.referrals.completed.value", equalTo(8))
        .body("province.referrals.loopClosed.value", equalTo(8));
    figures("?month=2026-11")
        .then()
        .body("to", equalTo("2026-11-21"))
        .body("province.newCases.shown", equalTo("0"))
        .body("province.openCases.value", equalTo(8));
    figures("?month=2026-09").then().body("province.openCases.shown", equalTo("0"));
    figures("")
        .then()
        .body("from", equalTo("2025-12-01"))
        .body("province.newCases.value", equalTo(8));
  }

  @Test
  void aClosedCaseIsOpenNoMoreAndAReopenedOneOrOneThatLostItsLevelIsOpenAndNotAssessed() {
    Instant september = Instant.parse("2026-09-10T06:00:00Z");
    Instant november = Instant.parse("2026-11-10T06:00:00Z");
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      UUID id = UUID.randomUUID();
      events.add(Happened.opened(id, "peshawar", september));
      events.add(Happened.risk(id, "peshawar", "high", 2, september));
      if (i < 8) {
        events.add(Happened.closed(id, "peshawar", 5, OCTOBER));
        events.add(Happened.reopened(id, "peshawar", 6, november));
      }
    }
    // Eight whose level came with a merge that was undone in November.
    for (int i = 0; i < 8; i++) {
      UUID id = UUID.randomUUID();
      events.add(Happened.opened(id, "peshawar", september));
      events.add(Happened.risk(id, "peshawar", "high", 2, september));
      events.add(Happened.riskTakenBack(id, "peshawar", 3, november));
    }
    Collections.shuffle(events, new Random(3));
    Happened.apply(events);
    open("2026-09", 24, 24, 0);
    open("2026-10", 16, 16, 0);
    open("2026-11", 24, 8, 16);
    assertThat(Backstage.count("select count(*) from figure_tally where value < -24")).isZero();
  }

  private static void open(String month, int open, int high, int notAssessed) {
    figures("?month=" + month)
        .then()
        .body("province.openCases.value", equalTo(open))
        .body("province.risk.high.value", equalTo(high))
        .body("province.risk.notAssessed.value", equalTo(notAssessed));
  }

  @Test
  void aChildRegisteredTwiceCountsOnceAndTwiceAgainWhenTheMergeIsUndone() {
    Instant november = Instant.parse("2026-11-10T06:00:00Z");
    Instant due = OCTOBER.plus(1, ChronoUnit.DAYS);
    List<Happened> twice = new ArrayList<>();
    List<Happened> merged = new ArrayList<>();
    List<Happened> undone = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID id = UUID.randomUUID();
      UUID task = UUID.randomUUID();
      twice.add(Happened.opened(id, "peshawar", OCTOBER));
      twice.add(Happened.risk(id, "peshawar", "high", 2, OCTOBER));
      twice.add(Happened.due(task, id, "peshawar", due));
      if (i < 10) {
        merged.add(Happened.merge(id, "peshawar", "child-merged", 3, OCTOBER));
        merged.add(Happened.closed(id, "peshawar", 3, OCTOBER));
        merged.add(Happened.superseded(task, id, "peshawar", due, OCTOBER));
        undone.add(Happened.merge(id, "peshawar", "child-unmerged", 4, november));
        undone.add(Happened.reopened(id, "peshawar", 4, november));
        undone.add(Happened.risk(id, "peshawar", "high", 4, OCTOBER));
        undone.add(Happened.dueAgain(task, id, "peshawar", due));
      }
    }
    Happened.apply(twice);
    counted("2026-10", 20, 20);
    Collections.shuffle(merged, new Random(5));
    Happened.apply(merged);
    counted("2026-10", 10, 10);
    counted("2026-11", 0, 10);
    Happened.apply(undone);
    counted("2026-10", 20, 10);
    open("2026-11", 20, 20, 0);
  }

  /** New cases, and tasks due, in the month; open ones at its end. */
  private static void counted(String month, int fresh, int open) {
    figures("?month=" + month)
        .then()
        .body("province.newCases.value", equalTo(fresh))
        .body("province.tasksDue.value", equalTo(fresh))
        .body("province.openCases.value", equalTo(open));
  }

  @Test
  void aCaseThatAnotherUnitAcceptedIsOpenThereAndNewWhereItWasOpened() {
    Instant september = Instant.parse("2026-09-10T06:00:00Z");
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      UUID id = UUID.randomUUID();
      events.add(Happened.opened(id, "peshawar", september));
      events.add(Happened.risk(id, "peshawar", "high", 2, september));
      if (i < 8) {
        events.add(Happened.transferred(id, "peshawar", "mardan", 4, OCTOBER));
      }
    }
    Collections.shuffle(events, new Random(5));
    Happened.apply(events);
    assertThat(tally("peshawar", "new-cases")).isEqualTo(20);
    assertThat(tally("mardan", "new-cases")).isZero();
    assertThat(tally("peshawar", "risk-high")).isEqualTo(12);
    assertThat(tally("mardan", "risk-high")).isEqualTo(8);
    assertThat(tally("peshawar", "open-cases")).isEqualTo(-8);
    assertThat(tally("mardan", "open-cases")).isEqualTo(8);
  }

  private static long tally(String district, String measure) {
    return Backstage.count(
        "select coalesce(sum(value), 0) from figure_tally where district_code = ? and measure = ?",
        district,
        measure);
  }

  @Test
  void aClosingToldTwiceOrBeforeItsCaseCountsOnce() {
    List<Happened> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      UUID id = UUID.randomUUID();
      Happened closing = Happened.closed(id, "peshawar", 3, OCTOBER);
      events.add(closing);
      events.add(closing.again());
      events.add(Happened.opened(id, "peshawar", OCTOBER));
    }
    Happened.apply(events);
    figures("?month=2026-10")
        .then()
        .body("province.newCases.value", equalTo(10))
        .body("province.openCases.shown", equalTo("0"))
        .body("province.risk.notAssessed.shown", equalTo("0"));
  }

  @Test
  void eventsInAnyOrderAndTwiceGiveTheSameFigures() {
    List<Happened> events = new ArrayList<>(aMonthOfWork("peshawar", 6, OCTOBER));
    events.addAll(aMonthOfWork("tank", 11, OCTOBER.plus(20, ChronoUnit.DAYS)));
    Happened.apply(events);
    List<String> straight = everything();
    for (int seed = 0; seed < 3; seed++) {
      Backstage.execute(
          "truncate report_fact, case_fact, risk_fact, task_fact, referral_fact, figure_tally");
      List<Happened> shuffled = new ArrayList<>();
      for (Happened event : events) {
        Happened again = event.again();
        shuffled.add(again);
        shuffled.add(again);
        shuffled.add(event.again());
      }
      Collections.shuffle(shuffled, new Random(seed));
      Happened.apply(shuffled);
      assertThat(everything()).isEqualTo(straight);
    }
  }

  @Test
  void anOlderDistrictDoesNotReplaceANewerOne() {
    Happened.apply(List.of(Happened.district("tank", "new-division", 5)));
    Happened.apply(List.of(Happened.district("tank", "old-division", 4)));
    figures("?districtCode=tank")
        .then()
        .body("districts", hasSize(1))
        .body("districts[0].division", equalTo("new-division"));
  }

  @Test
  void poisonGoesToTheDeadLettersAndTheRestCounts() {
    Happened noJson = Happened.raw("case-opened", "no JSON");
    Happened lacking = Happened.raw("case-opened", "{\"caseId\":\"" + UUID.randomUUID() + "\"}");
    Happened noLevel =
        Happened.raw(
            "risk-level-set",
            "{\"caseId\":\"%s\",\"level\":\"dire\",\"setAt\":\"%s\",\"recordedAt\":\"%s\"}"
                .formatted(UUID.randomUUID(), NOW, NOW));
    Happened.send(List.of(noJson, lacking, noLevel));
    Happened.apply(aMonthOfWork("peshawar", 7, OCTOBER));
    figures("?month=2026-10").then().body("province.newCases.value", equalTo(7));
    for (Happened poison : List.of(noJson, lacking, noLevel)) {
      Awaitility.await("the dead letter")
          .until(() -> DeadLetters.of(poison.topic(), poison.key()) == 1);
    }
  }

  @Test
  void aDistrictTheDirectoryHasNotListedYetCountsAllTheSame() {
    Happened.apply(aMonthOfWork("newly-made", 9, OCTOBER));
    figures("?month=2026-10")
        .then()
        .body("province.newCases.value", equalTo(9))
        .body("districts.find { it.districtCode == 'newly-made' }.newCases.value", equalTo(9));
  }

  @Test
  void noEventIsLostOnItsWayIn() {
    IncomingChannels.of("org.hifazat.monitoring", config).assertNothingIsLost();
  }

  @Test
  void everyExampleOfTheContractIsUnderstood() {
    List<Happened> examples = new ArrayList<>();
    for (String area : List.of("directory", "cases", "referrals")) {
      for (String name :
          List.of(
              "district-listed",
              "concern-reported",
              "case-opened",
              "risk-level-set",
              "risk-level-taken-back",
              "task-scheduled",
              "task-completed",
              "task-superseded",
              "task-escalated",
              "concern-escalated",
              "child-merged",
              "child-unmerged",
              "referral-requested",
              "referral-moved",
              "referral-escalated",
              "referral-loop-closed")) {
        String type = "org.hifazat." + area + "." + name + ".v1";
        if (Happened.CONTRACTS.types().contains(type)) {
          for (String example : Happened.CONTRACTS.examples(type)) {
            examples.add(Happened.of(area, name, UUID.randomUUID().toString(), 1, example));
          }
        }
      }
    }
    assertThat(examples).hasSizeGreaterThanOrEqualTo(9);
    Happened.apply(examples);
    figures("").then().statusCode(200);
  }

  private static List<String> everything() {
    List<String> all = new ArrayList<>();
    for (String query : List.of("", "?month=2026-10", "?month=2026-11", "/trend")) {
      all.add(comparable(query));
    }
    all.addAll(
        Backstage.texts(
            "select month || ' ' || district_code || ' ' || measure || ' ' || value from"
                + " figure_tally where value <> 0 order by 1"));
    return all;
  }
}
