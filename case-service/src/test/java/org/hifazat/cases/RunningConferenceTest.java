package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.conference.ConferencesOfRunningCases;
import org.hifazat.cases.task.EscalateTasks;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.RequestCost;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A policy of conferences that began after a case's level was found. */
@HifazatTest(service = "cases")
class RunningConferenceTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String ALL = "tasks.findAll { it.kind == 'case-conference' }";

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject ConferencesOfRunningCases conferences;
  @Inject EscalateTasks escalation;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
    conferences.startAll();
  }

  @Test
  void aChildWhoWasAtHighRiskBeforeThePolicyIsTalkedOverWithinAWeekFromNow() {
    String id = atRisk("Storai", "high");
    Instant migrated = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MICROS);
    clock.stopAt(migrated);
    conferences.startAll();
    conferences.startAll();
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(ALL + ".startedAt", contains(migrated.toString()))
        .body(ALL + ".dueAt", contains(migrated.plus(Duration.ofHours(168)).toString()))
        .body(ALL + ".ownerId", contains(WORKER.staffId().orElseThrow().toString()));
    escalation.tellAll();
    assertThat(
            Backstage.texts(
                "select reminded_at is null and escalated_at is null from task"
                    + " where kind = 'case-conference' and case_id = ?::uuid",
                id))
        .containsExactly("t");
    Awaitility.await("told")
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        Topic.read(Topic.CASES, id).stream()
                            .filter(told -> Topic.type(told).endsWith("task-scheduled.v1"))
                            .map(told -> new String(told.value(), StandardCharsets.UTF_8))
                            .filter(told -> told.contains("case-conference")))
                    .hasSize(2)); // the one of before the policy, and this one
  }

  @Test
  void whereNoneIsAskedForOrOneRunsOrNobodyWorksAnyMoreNothingBegins() {
    String calm = atRisk("Gulalai", "low");
    String ended = atRisk("Zarghuna", "high");
    Backstage.execute(
        "update case_file set state = 'closed', closed_at = now() where id = ?::uuid", ended);
    String running = opened("Nazo");
    assessed(running, "high", Instant.now());
    conferences.startAll();
    as(WORKER).get("/v1/cases/" + calm).then().body(ALL, empty());
    as(WORKER).get("/v1/cases/" + ended).then().body(ALL, empty());
    as(WORKER).get("/v1/cases/" + running).then().body(ALL + ".state", contains("open"));
  }

  @Test
  void sixCasesAreAskedOfAsOftenAsTwo() {
    int few = cost(2);
    assertThat(cost(6)).isPositive().isEqualTo(few);
  }

  /** The least of three, see RequestCost; one event alone is no batch. */
  private int cost(int cases) {
    return IntStream.range(0, 3).map(n -> once(cases)).min().orElseThrow();
  }

  private int once(int cases) {
    for (int i = 0; i < cases; i++) {
      atRisk("Palwasha", "high");
    }
    return RequestCost.of(
            trace -> {
              MDC.put("traceId", trace.substring(3, 35));
              try {
                conferences.startAll();
              } finally {
                MDC.remove("traceId");
              }
              return 200;
            })
        .roundTrips();
  }

  /** As a case stood whose level was found before the policy asked for conferences. */
  private static String atRisk(String name, String level) {
    String id = opened(name);
    assessed(id, level, Instant.now());
    Backstage.execute("delete from task where kind = 'case-conference' and case_id = ?::uuid", id);
    return id;
  }
}
