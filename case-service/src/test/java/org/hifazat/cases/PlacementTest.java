package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Papers.ago;
import static org.hifazat.cases.Papers.change;
import static org.hifazat.cases.Papers.missing;
import static org.hifazat.cases.Papers.placement;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Where a child is placed, and children who are missing: clocks, warnings and what they hold up.
 */
@HifazatTest(service = "cases")
class PlacementTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void placementsGoOnPastTheirFirstPage() {
    String id = opened("Bilal");
    Response placed = placement(WORKER, id, ago(Duration.ofSeconds(20)), "");
    change(
            WORKER,
            "/v1/placements/" + placed.path("id") + "/end",
            placed,
            "{\"reason\":\"moved\",\"happenedAt\":\"" + ago(Duration.ofSeconds(10)) + "\"}")
        .then()
        .statusCode(200);
    placement(WORKER, id, ago(Duration.ofSeconds(5)), "").then().statusCode(201);
    Response first = as(WORKER).get("/v1/cases/" + id + "/placements?limit=1");
    String next = first.header("Link").replaceAll(".*cursor=([^&>]*).*", "$1");
    as(WORKER)
        .get("/v1/cases/" + id + "/placements?limit=1&cursor=" + next)
        .then()
        .body("items.id", contains(placed.<String>path("id")))
        .header("Link", nullValue());
  }

  @Test
  void aPlacementIsLookedAtEveryThreeMonthsAndThereIsOneAtATime() {
    String id = opened("Chenar");
    Instant began = ago(Duration.ofSeconds(30)).truncatedTo(ChronoUnit.MILLIS);
    placement(WORKER, id, began, ",\"orderId\":\"" + UUID.randomUUID() + "\"")
        .then()
        .statusCode(422)
        .body("code", equalTo("order-unknown"));
    Response placed = placement(WORKER, id, began, "");
    placed
        .then()
        .statusCode(201)
        .body("reviewBy", equalTo(began.plus(Duration.ofDays(90)).toString()));
    placement(WORKER, id, began, "").then().statusCode(409).body("code", equalTo("placed-already"));
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("nextSteps.find { it.step == 'close' }.blockers.code", hasItem("active-placement"));
    String path = "/v1/placements/" + placed.path("id");
    Instant seen = ago(Duration.ofSeconds(5)).truncatedTo(ChronoUnit.MILLIS);
    Response reviewed =
        change(
            WORKER,
            path + "/reviews",
            placed,
            "{\"decision\":\"stays\",\"happenedAt\":\"%s\",\"findings\":\"He sleeps well.\",\"childSays\":\"I like it.\"}"
                .formatted(seen));
    reviewed
        .then()
        .statusCode(200)
        .body("reviews.findings", contains("He sleeps well."))
        .body("reviewBy", equalTo(seen.plus(Duration.ofDays(90)).toString()));
    change(
            WORKER,
            path + "/end",
            reviewed,
            "{\"reason\":\"returned-home\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(200)
        .body("endReason", equalTo("returned-home"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.kind == 'placement-review' }.state", contains("done"));
    placement(WORKER, id, Instant.now(), "").then().statusCode(201);
  }

  @Test
  void aMissingChildStartsTheTwoHourClockIsSeenEverywhereAndHoldsTheCaseOpen() {
    String id = opened("Dilawar");
    Instant learned = ago(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MILLIS);
    missing(WORKER, id, learned, ago(Duration.ofHours(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("period-ends-before-it-begins"));
    Response gone = missing(WORKER, id, ago(Duration.ofHours(3)), learned);
    gone.then().statusCode(201);
    missing(WORKER, id, ago(Duration.ofHours(3)), learned)
        .then()
        .statusCode(409)
        .body("code", equalTo("missing-already"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(
            "tasks.find { it.kind == 'zarra-notification' }.dueAt",
            equalTo(learned.plus(Duration.ofHours(2)).toString()));
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("warnings.find { it.code == 'child-missing' }.urgent", equalTo(true))
        .body(
            "nextSteps.find { it.step == 'close' }.blockers.find { it.code == 'child-missing' }.overridable",
            equalTo(false));
    assertThat(
            as(WORKER)
                .get("/v1/cases?limit=100")
                .<java.util.List<String>>path("items.find { it.id == '" + id + "' }.warnings"))
        .contains("child-missing");
    Backstage.execute(
        "update missing_child set missing_since = now() - interval '91 days' where case_id = ?::uuid",
        id);
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body(
            "nextSteps.find { it.step == 'close' }.blockers.find { it.code == 'child-missing' }.overridable",
            equalTo(true));
    String path = "/v1/missing-reports/" + gone.path("id");
    Response told =
        change(
            WORKER,
            path + "/notification",
            gone,
            "{\"happenedAt\":\"%s\",\"number\":\"1099-1\"}".formatted(Instant.now()));
    told.then().statusCode(200).body("toldNumber", equalTo("1099-1"));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'zarra-notification' }.state", equalTo("done"));
    change(
            WORKER,
            path + "/found",
            told,
            "{\"how\":\"by-police\",\"happenedAt\":\"" + Instant.now() + "\"}")
        .then()
        .statusCode(200)
        .body("foundHow", equalTo("by-police"));
    nextSteps(WORKER, id).then().body("warnings.code", not(hasItem("child-missing")));
    missing(WORKER, id, Instant.now(), Instant.now()).then().statusCode(201);
  }
}
