package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Papers.ago;
import static org.hifazat.cases.Papers.change;
import static org.hifazat.cases.Papers.hearing;
import static org.hifazat.cases.Papers.matter;
import static org.hifazat.cases.Papers.missing;
import static org.hifazat.cases.Papers.order;
import static org.hifazat.cases.Papers.placement;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Courts, orders, placements and missing children: their clocks, warnings and what they hold up.
 */
@HifazatTest(service = "cases")
class LegalTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final LocalDate TODAY = KarachiTime.day(Instant.now());

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aCourtHasThirtyDaysFromCognizanceAndItsDatesAreTasks() {
    String id = opened("Adil");
    Instant cognizance = ago(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
    Response matter = matter(WORKER, id, cognizance);
    matter
        .then()
        .statusCode(201)
        .body("targetAt", equalTo(cognizance.plus(Duration.ofDays(30)).toString()));
    Instant date = Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MILLIS);
    Response hearing = hearing(WORKER, id, date, ",\"matterId\":\"" + matter.path("id") + "\"");
    hearing.then().statusCode(201).body("state", equalTo("planned"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'hearing' }.dueAt", equalTo(date.toString()))
        .body(
            "tasks.find { it.kind == 'court-decision' }.dueAt",
            equalTo(cognizance.plus(Duration.ofDays(30)).toString()));
    nextSteps(WORKER, id).then().body("warnings.code", hasItem("hearing-soon"));
    String task = as(WORKER).get("/v1/cases/" + id).path("tasks.find { it.kind == 'hearing' }.id");
    String etag =
        as(WORKER).get("/v1/cases/" + id).path("tasks.find { it.kind == 'hearing' }.etag");
    change(
            WORKER,
            "/v1/tasks/" + task + "/completion",
            etag,
            "{\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(409)
        .body("code", equalTo("task-needs-its-record"));
    String outcome = "/v1/hearings/" + hearing.path("id") + "/outcome";
    String adjourned =
        "{\"result\":\"adjourned\",\"happenedAt\":\"%s\",\"nextAt\":\"%s\"}"
            .formatted(Instant.now(), Instant.now().plus(Duration.ofDays(9)));
    change(WORKER, outcome, hearing, adjourned.replace("adjourned", "held"))
        .then()
        .statusCode(422)
        .body("code", equalTo("attendance-of-held"));
    change(WORKER, outcome, hearing, adjourned).then().statusCode(200);
    change(WORKER, outcome, hearing, adjourned).then().statusCode(412);
    as(WORKER)
        .get("/v1/cases/" + id + "/legal")
        .then()
        .body("hearings.state", contains("planned", "adjourned"))
        .body("matters.court", contains("Invented Child Court"));
    change(
            WORKER,
            "/v1/court-matters/" + matter.path("id") + "/decision",
            matter,
            "{\"outcome\":\"decided\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(200);
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'court-decision' }.state", equalTo("done"))
        .body("tasks.findAll { it.kind == 'hearing' }.state", contains("open"));
  }

  @Test
  void theTwentyFirstOrderIsReadOnTheNextPageAndAnotherListsCursorIsRefused() {
    String id = opened("Bilal");
    String legal = "/v1/cases/" + id + "/legal";
    for (int i = 0; i < 20; i++) {
      order(WORKER, id, Papers.order("rescue", TODAY, "")).then().statusCode(201);
    }
    as(WORKER)
        .get(legal)
        .then()
        .body("orders.size()", equalTo(20))
        .body("next.orders", nullValue());
    order(WORKER, id, Papers.order("rescue", TODAY, "")).then().statusCode(201);
    Response first = as(WORKER).get(legal);
    String next = first.path("next.orders");
    first.then().body("orders.size()", equalTo(20)).body("next.matters", nullValue());
    Response rest = as(WORKER).get("/v1/cases/" + id + "/orders?cursor=" + next);
    rest.then().statusCode(200).body("items.size()", equalTo(1)).header("Link", nullValue());
    assertThat(first.<List<String>>path("orders.id"))
        .doesNotContain(rest.<String>path("items[0].id"));
    for (String other : List.of("hearings", "court-matters", "placements", "missing-reports")) {
      as(WORKER)
          .get("/v1/cases/" + id + "/" + other + "?cursor=" + next)
          .then()
          .statusCode(400)
          .body("errors[0].code", equalTo("unknown-cursor"));
      as(WORKER)
          .get("/v1/cases/" + id + "/" + other + "?limit=1")
          .then()
          .statusCode(200)
          .body("items.size()", equalTo(0));
    }
  }

  @Test
  void aPeriodOfProtectiveCareHasAnEndThatIsATaskAndWarnsInItsLastWeek() {
    String id = opened("Bilal");
    order(WORKER, id, Papers.order("protective-care", TODAY, ""))
        .then()
        .statusCode(422)
        .body("code", equalTo("period-end-needed"));
    order(
            WORKER,
            id,
            Papers.order("protective-care", TODAY, ",\"endsOn\":\"" + TODAY.minusDays(1) + "\""))
        .then()
        .statusCode(422)
        .body("code", equalTo("period-ends-before-it-begins"));
    Response care =
        order(
            WORKER,
            id,
            Papers.order("protective-care", TODAY, ",\"endsOn\":\"" + TODAY.plusDays(5) + "\""));
    care.then().statusCode(201).body("section", equalTo("28"));
    Instant end = TODAY.plusDays(6).atStartOfDay(KarachiTime.ZONE).toInstant();
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'protective-care-ends' }.dueAt", equalTo(end.toString()));
    nextSteps(WORKER, id).then().body("warnings.code", hasItem("protective-care-ends"));
    String path = "/v1/orders/" + care.path("id");
    String longer = "{\"endsOn\":\"%s\",\"happenedAt\":\"%s\"}";
    change(WORKER, path + "/extension", care, longer.formatted(TODAY, Instant.now()))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-longer"));
    Response extended =
        change(
            WORKER, path + "/extension", care, longer.formatted(TODAY.plusDays(60), Instant.now()));
    extended.then().statusCode(200);
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("warnings.code", not(hasItem("protective-care-ends")))
        .body(
            "nextSteps.find { it.step == 'close' }.blockers.find { it.code == 'active-order' }.overridable",
            equalTo(true));
    change(
            WORKER,
            path + "/end",
            extended,
            "{\"reason\":\"carried-out\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(200)
        .body("endReason", equalTo("carried-out"));
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("nextSteps.find { it.step == 'close' }.blockers.code", not(hasItem("active-order")));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'protective-care-ends' }.state", contains("done"));
    order(WORKER, id, Papers.order("rescue", TODAY, ",\"section\":\"20(2)\""))
        .then()
        .statusCode(201)
        .body("section", equalTo("20(2)"));
    order(WORKER, id, Papers.order("beheading", TODAY, "")).then().statusCode(422);
  }

  @Test
  void whatStandsFromBeforeAClosingHasItsClocksAgainWhenTheCaseIsReopened() {
    String id = opened("Wapas");
    order(
            WORKER,
            id,
            Papers.order("protective-care", TODAY, ",\"endsOn\":\"" + TODAY.plusDays(5) + "\""))
        .then()
        .statusCode(201);
    matter(WORKER, id, ago(Duration.ofDays(2))).then().statusCode(201);
    placement(WORKER, id, ago(Duration.ofDays(3)), "").then().statusCode(201);
    Casework.propose(WORKER, id, "court-discharged", "").then().statusCode(201);
    Casework.decideClosure(
            Persona.SUPERVISOR, id, "approved", ",\"overrideReason\":\"Ten letters and more.\"")
        .then()
        .statusCode(200);
    String open = "tasks.findAll { it.state == 'open' }.kind";
    as(WORKER).get("/v1/cases/" + id).then().body(open, not(hasItem("placement-review")));
    Casework.reopen(WORKER, id, Casework.etag(id), Instant.now()).then().statusCode(200);
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(open, hasItems("protective-care-ends", "court-decision", "placement-review"))
        .body(
            "tasks.findAll { it.state == 'open' && it.kind == 'placement-review' }.size()",
            equalTo(1));
  }

  @Test
  void whatHappensIsToldInCodesByTheContract() {
    String id = opened("Ekhlas");
    Papers.incident(WORKER, id, Papers.incident(Instant.now(), "")).then().statusCode(201);
    Response order = order(WORKER, id, Papers.order("rescue", TODAY, ""));
    order.then().statusCode(201);
    change(
            WORKER,
            "/v1/orders/" + order.path("id") + "/extension",
            order,
            "{\"endsOn\":\"%s\",\"happenedAt\":\"%s\"}"
                .formatted(TODAY.plusDays(40), Instant.now()))
        .then()
        .statusCode(200);
    placement(WORKER, id, Instant.now(), "").then().statusCode(201);
    Response gone = missing(WORKER, id, Instant.now(), Instant.now());
    change(
            WORKER,
            "/v1/missing-reports/" + gone.path("id") + "/found",
            gone,
            "{\"how\":\"came-back\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(200);
    String[] told = {
      "incident-recorded",
      "order-made",
      "order-changed",
      "placement-changed",
      "child-missing",
      "child-found"
    };
    assertThat(Backstage.texts("select kind from timeline_entry where case_id = ?::uuid", id))
        .contains("incident-recorded", "order-made", "placement-began", "child-missing");
    Awaitility.await("all is published")
        .until(() -> Topic.types(Topic.CASES, id).contains("org.hifazat.cases.child-found.v1"));
    EventContracts contracts = EventContracts.load();
    var events = Topic.read(Topic.CASES, id);
    events.forEach(
        event -> {
          String text = new String(event.value(), StandardCharsets.UTF_8);
          contracts.assertPublishable(Topic.type(event), text);
          assertThat(text).doesNotContain("nvented", "come home", "Ekhlas");
        });
    for (String type : told) {
      assertThat(events.stream().map(Topic::type)).contains("org.hifazat.cases." + type + ".v1");
    }
  }
}
