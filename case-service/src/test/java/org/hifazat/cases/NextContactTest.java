package org.hifazat.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Plans.contact;
import static org.hifazat.cases.Plans.held;
import static org.hifazat.cases.Plans.planned;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is visited is visited in time for the risk that was found. */
@HifazatTest(service = "cases")
class NextContactTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void whatWasPlannedInTimeForLessRiskIsNotInTimeForMore() {
    String id = opened("Shinogai");
    assessed(id, "low", Instant.now());
    contact(WORKER, id, held(Instant.now(), true, false, "same")).then().statusCode(201);
    Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(7))).then().statusCode(201);
    planned(WORKER, id).then().body("items.byPolicy", contains(false));
    Instant risen = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    assessed(id, "high", risen);
    planned(WORKER, id)
        .then()
        .body("items.byPolicy", contains(true, false))
        .body("items[0].plannedFor", equalTo(risen.plus(Duration.ofHours(84)).toString()));
  }

  @Test
  void aContactPlannedInTimeForMoreRiskIsEnough() {
    String id = opened("Shinkai");
    assessed(id, "low", Instant.now());
    Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(1))).then().statusCode(201);
    assessed(id, "high", Instant.now());
    planned(WORKER, id).then().body("items.byPolicy", contains(false));
  }

  @Test
  void aContactThatWasToBeLongAgoAndWasNeverHeldIsNoneForMoreRisk() {
    String id = withOnePlanned("Shaista", "21 days");
    Instant risen = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    assessed(id, "high", risen);
    planned(WORKER, id)
        .then()
        .body("items.byPolicy", contains(false, true))
        .body("items[1].plannedFor", equalTo(risen.plus(Duration.ofHours(84)).toString()));
  }

  @Test
  void besideAnOverdueContactOnePlannedInTimeIsEnough() {
    String id = withOnePlanned("Shakeela", "21 days");
    Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(1))).then().statusCode(201);
    assessed(id, "high", Instant.now());
    planned(WORKER, id).then().body("items.byPolicy", contains(false, false));
  }

  @Test
  void aContactThatWasToBeAfterAFindingDatedBackAndWasNotHeldByNowIsNoneEither() {
    String id = withOnePlanned("Shamla", "1 hour");
    Instant risen = hoursAgo(3);
    assessed(id, "high", risen);
    planned(WORKER, id)
        .then()
        .body("items.byPolicy", contains(false, true))
        .body("items[1].plannedFor", equalTo(risen.plus(Duration.ofHours(84)).toString()));
  }

  @Test
  void forAFindingDatedBackAContactStillToComeInTimeIsEnough() {
    String id = withOnePlanned("Shandana", "-1 hour");
    assessed(id, "high", hoursAgo(3));
    planned(WORKER, id).then().body("items.byPolicy", contains(false));
  }

  /** At low risk; what somebody planned in place of the policy's was to be so long ago. */
  private static String withOnePlanned(String given, String ago) {
    String id = opened(given);
    assessed(id, "low", hoursAgo(4));
    contact(WORKER, id, held(Instant.now(), true, false, "same")).then().statusCode(201);
    Plans.followUp(WORKER, id, Instant.now().plus(Duration.ofDays(7))).then().statusCode(201);
    Backstage.execute(
        "update follow_up set planned_for = now() - ?::interval where case_id = ?::uuid and state = 'planned'",
        ago,
        id);
    planned(WORKER, id).then().body("items.byPolicy", contains(false));
    return id;
  }

  private static Instant hoursAgo(int hours) {
    return Instant.now().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.MILLIS);
  }

  @Test
  void moreRiskAsksForAnotherAssessmentAndRisingRiskForAnEarlierContact() {
    String id = opened("Zeba");
    assessed(id, "low", Instant.now());
    contact(WORKER, id, held(Instant.now(), true, false, "higher")).then().statusCode(201);
    as(WORKER).get("/v1/cases/" + id).then().body("tasks.kind", hasItem("reassessment"));
    Instant risen = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    assessed(id, "high", risen);
    planned(WORKER, id)
        .then()
        .body("items[0].plannedFor", equalTo(risen.plus(Duration.ofHours(84)).toString()));
    as(WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'reassessment' }.state", equalTo("done"))
        .body("tasks.kind", hasItem("safety-plan"));
  }
}
