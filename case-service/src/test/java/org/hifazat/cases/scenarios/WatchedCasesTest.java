package org.hifazat.cases.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Plans;
import org.hifazat.cases.Twins;
import org.hifazat.cases.duplicates.MatchChildren;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.cases.task.EscalateTasks;
import org.hifazat.cases.tracing.Tracing;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenarios 17 and 18 as wholes: what the system itself keeps an eye on. */
@HifazatTest(service = "cases")
class WatchedCasesTest {
  private static final Persona WORKER = Persona.OTHER_UNIT_SOCIAL_WORKER;
  private static final Persona LEAD = Persona.OTHER_UNIT_SUPERVISOR;

  @Inject DataSource database;
  @Inject MutableClock clock;
  @Inject EscalateTasks escalation;
  @Inject MatchChildren matching;

  private final Twins twins = new Twins();

  @BeforeEach
  void begin() {
    Twins.alone();
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void scenario17WhatIsDueFollowsTheRiskEndsWithWhatItAskedForAndIsTakenUpToTheMinute() {
    String high = new Twins().latin(WORKER, "mardan");
    String low = new Twins().latin(WORKER, "mardan");
    Instant now = Instant.now();
    Casework.assessed(high, "high", now);
    Casework.assessed(low, "low", now);
    for (String visited : List.of(high, low)) {
      Plans.contact(WORKER, visited, Plans.held(Instant.now(), true, true, "same"))
          .then()
          .statusCode(201);
    }
    assertThat(time(high, "follow-up")).isLessThan(time(low, "follow-up"));
    assertThat(time(high, "safety-plan")).isLessThan(time(high, "follow-up"));
    tasks(LEAD, low).then().body("tasks.kind", not(hasItem("safety-plan")));
    Plans.safe(WORKER, high, Plans.safetyPlan(Instant.now(), "")).then().statusCode(201);
    tasks(LEAD, high)
        .then()
        .body("tasks.findAll { it.kind == 'safety-plan' && it.state == 'open' }", empty());
    String visit = tasks(LEAD, high).path(OPEN_VISIT + ".id");
    Instant deadline = due(high, "follow-up");
    Duration time = time(high, "follow-up");
    clock.stopAt(deadline.minusSeconds(1));
    escalation.tellAll();
    assertThat(isOverdue(high, visit)).isFalse();
    long onTime = load();
    assertThat(told(high, visit)).isEmpty();
    clock.stopAt(deadline.plusSeconds(1));
    escalation.tellAll();
    assertThat(isOverdue(high, visit)).isTrue();
    assertThat(load()).isGreaterThan(onTime);
    clock.stopAt(deadline.plus(time));
    escalation.tellAll();
    assertThat(told(high, visit)).containsExactly("supervisor", "commission");
  }

  private static final String OPEN_VISIT =
      "tasks.find { it.kind == 'follow-up' && it.state == 'open' }";

  private static Response tasks(Persona persona, String caseId) {
    return as(persona).get("/v1/cases/" + caseId);
  }

  private static Instant due(String caseId, String kind) {
    return Instant.parse(
        tasks(LEAD, caseId).path("tasks.find { it.kind == '" + kind + "' }.dueAt"));
  }

  private static Duration time(String caseId, String kind) {
    String task = "tasks.find { it.kind == '" + kind + "' }.startedAt";
    return Duration.between(Instant.parse(tasks(LEAD, caseId).path(task)), due(caseId, kind));
  }

  private static boolean isOverdue(String caseId, String task) {
    return tasks(LEAD, caseId).path("tasks.find { it.id == '" + task + "' }.overdue");
  }

  /** How many the supervisor counts as overdue with this worker. */
  private static long load() {
    Map<String, Object> load =
        as(LEAD)
            .get("/v1/tasks/by-worker")
            .path("items.find { it.ownerId == '" + WORKER.staffId().orElseThrow() + "' }");
    return ((Number) Objects.requireNonNull(load.get("overdue"))).longValue();
  }

  /** To whom the story says that a task was told. */
  private static List<String> told(String caseId, String task) {
    List<List<String>> codes =
        as(LEAD)
            .get("/v1/cases/" + caseId + "/timeline?limit=100")
            .path(
                "items.findAll { it.kind == 'task-escalated' && it.subjectId == '%s' }.codes"
                    .formatted(task));
    return codes.reversed().stream().map(List::getLast).toList();
  }

  @Test
  void scenario18TheSameNumberRaisesAnAlertItsRemovalEndsItAndWhatWasDecidedStays() {
    String father = new Twins().father();
    String one = twins.open(WORKER, "mardan", "Bilal", father, 9, Twins.phone());
    String other = twins.open(WORKER, "mardan", "Bilal Khan", twins.father(), 9, Twins.phone());
    identified(one, "Bilal", father, NUMBER);
    identified(other, "Bilal Khan", twins.father(), NUMBER);
    matching.matchAll();
    String pair = twins.pair(LEAD, one, other);
    as(LEAD)
        .get("/v1/duplicates/" + pair)
        .then()
        .body("parts.find { it.field == 'identity-number' }.level", equalTo("same"));
    assertThat(alerts(other)).hasSize(1);
    identified(other, "Bilal Khan", twins.father(), "");
    matching.matchAll();
    assertThat(alerts(other)).isEmpty();
    as(LEAD).get("/v1/duplicates/" + pair).then().statusCode(404);
  }

  @Test
  void scenario18AChildIsFoundAcrossScriptsMergedByTwoPeopleAndParted() {
    String roman = twins.latin(WORKER, "mardan");
    as(WORKER)
        .body("{\"names\":{\"given\":\"%s\"}}".formatted(twins.givenInUrdu()))
        .post("/v1/child-searches")
        .then()
        .statusCode(200)
        .body("matches.caseId", hasItem(roman));
    String urdu = twins.urdu(WORKER, "mardan");
    matching.matchAll();
    String pair = twins.pair(LEAD, roman, urdu);
    as(LEAD).get("/v1/duplicates/" + pair).then().body("zone", equalTo("likely"));
    String merge = Twins.propose(WORKER, pair, roman).path("id");
    Twins.answer(WORKER, merge, "confirmation", 0).then().statusCode(403);
    Twins.answer(LEAD, merge, "confirmation", 0).then().statusCode(200);
    Casework.nextSteps(LEAD, urdu).then().body("state", equalTo("closed"));
    Twins.answer(LEAD, merge, "undoing", 1).then().statusCode(200);
    Casework.nextSteps(LEAD, urdu).then().body("state", equalTo("identified"));
    Response seen = as(LEAD).get("/v1/duplicates/" + pair);
    Twins.decide(LEAD, pair, seen.header("ETag"), "different").then().statusCode(200);
    as(LEAD)
        .get("/v1/duplicates/" + pair)
        .then()
        .body("decisions.decision", contains("same", "different"))
        .body("merges.state", contains("undone"));
    assertThat(alerts(urdu)).isEmpty();
  }

  /**
   * Comparing records with each other keeps one register right and shows nobody more than they
   * reach; looking for a child's people is what asks for consent to tracing.
   */
  @Test
  void scenario18NobodysPeopleAreLookedForWithoutConsentToTracing() {
    String id = twins.latin(WORKER, "mardan");
    Tracing.record(WORKER, id, "\"v0\"", "separated").then().statusCode(200);
    Tracing.step(WORKER, id, "\"v1\"", "open", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("tracing-consent-missing"));
    for (String giver : List.of("caregiver", "child")) {
      Casework.consent(WORKER, id, "tracing", giver).then().statusCode(201);
    }
    Tracing.step(WORKER, id, "\"v1\"", "open", "").then().statusCode(201);
  }

  private static final String NUMBER =
      "\"identity\":{\"kind\":\"b-form\",\"number\":\"16101-7654321-1\"},";

  private static void identified(String caseId, String given, String father, String identity) {
    String child =
        """
        {"happenedAt":"%s","names":{"given":"%s","father":"%s","script":"latn"},"sex":"male",
         "birthYear":%d,"ageBasis":"stated","languages":["ps"],%s"disabilities":[]}"""
            .formatted(
                Instant.now().minusSeconds(1),
                given,
                father,
                Particulars.read(WORKER, caseId).<Integer>path("birthYear"),
                identity);
    String etag = Particulars.read(WORKER, caseId).header("ETag");
    Particulars.change(WORKER, caseId, etag, child).then().statusCode(200);
  }

  private static List<String> alerts(String caseId) {
    return Casework.nextSteps(LEAD, caseId)
        .path("warnings.findAll { it.code.endsWith('-duplicate') }.code");
  }
}
