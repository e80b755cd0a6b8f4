package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Assignments.HANDOVER;
import static org.hifazat.cases.Assignments.REASON;
import static org.hifazat.cases.Assignments.assignMany;
import static org.hifazat.cases.Assignments.chosen;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.next;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rival's scenario 13: many cases to one worker, each under its own rules. */
@HifazatTest(service = "cases")
class ManyAssignmentsTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final UUID OFFICER = Persona.PROTECTION_OFFICER.staffId().orElseThrow();

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @AfterEach
  void dismiss() {
    Assignments.dismissAll();
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void eachCaseIsAnsweredForItselfAndOneBeyondReachLikeOneThatIsNot() {
    String mine = openCase(Persona.SOCIAL_WORKER, "Many", NINE_YEARS);
    String stale = openCase(Persona.SOCIAL_WORKER, "Many", NINE_YEARS);
    String closed = openCase(Persona.SOCIAL_WORKER, "Many", NINE_YEARS);
    String far = openCase(Persona.SOCIAL_WORKER, "Many", NINE_YEARS);
    Casework.putInto(closed, "closed");
    Backstage.execute(
        "update case_file set unit_id = ?::uuid where id = ?::uuid", Persona.MARDAN, far);
    String owner =
        Backstage.texts("select owner_id from case_file where id = ?::uuid", far).getFirst();
    String nothing = UUID.randomUUID().toString();
    Response report =
        assignMany(
            Persona.SUPERVISOR,
            List.of(
                chosen(mine, "\"v0\""),
                chosen(stale, "\"v99\""),
                chosen(closed, "\"v0\""),
                chosen(far, "\"v0\""),
                chosen(nothing, "\"v0\""),
                chosen(mine, "\"v0\"")),
            OFFICER,
            HANDOVER);
    report
        .then()
        .statusCode(200)
        .body("assigned", equalTo(1))
        .body("items.caseId", contains(mine, stale, closed, far, nothing))
        .body("items[0].outcome", equalTo("assigned"))
        .body("items[1].problem", equalTo("stale"))
        .body("items[2].problem", equalTo("case-closed"))
        .body("items[3].problem", equalTo("not-found"))
        .body("items[4].problem", equalTo("not-found"));
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + mine).then().statusCode(200);
    assertThat(Backstage.texts("select owner_id from case_file where id = ?::uuid", far))
        .containsExactly(owner);
    assertThat(Backstage.audit("ASSIGN_CASE", mine)).hasSize(1);
    assertThat(Backstage.audit("ASSIGN_MANY_CASES", OFFICER)).contains("performed 5");
  }

  @Test
  void aListOrAHolderIsNeededAndAHundredAreTheMost() {
    refused(assignMany(Persona.SUPERVISOR, List.of(), OFFICER, HANDOVER), 422, "filter-missing");
    String both = HANDOVER + ",\"heldBy\":\"" + UUID.randomUUID() + "\"";
    refused(
        assignMany(
            Persona.SUPERVISOR,
            List.of(chosen(UUID.randomUUID().toString(), "\"v0\"")),
            OFFICER,
            both),
        422,
        "filter-missing");
    List<String> tooMany =
        Stream.generate(() -> chosen(UUID.randomUUID().toString(), "\"v0\"")).limit(101).toList();
    refused(assignMany(Persona.SUPERVISOR, tooMany, OFFICER, HANDOVER), 422, "too-many-cases");
    assignMany(Persona.SOCIAL_WORKER, tooMany, OFFICER, HANDOVER).then().statusCode(403);
  }

  @Test
  void allThatALeaverHasGoesOnUntilTheLimitsOfWhoTakesThem() {
    UUID leaver = Assignments.workerWith(1, 2, 0);
    UUID taker = Assignments.workerWith(0, 23, 0);
    Assignments.shippedLimits();
    as(Persona.SUPERVISOR)
        .get("/v1/caseloads/" + leaver + "/cases")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(3));
    String all = "/v1/caseloads/%s/cases";
    Response first = as(Persona.SUPERVISOR).get(all.formatted(leaver) + "?limit=2");
    Response rest = as(Persona.SUPERVISOR).get(next(all.formatted(leaver), first));
    assertThat(rest.<List<String>>path("items.id"))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first.<List<String>>path("items.id"));
    assertThat(rest.header("Link")).isNull();
    as(Persona.SUPERVISOR).get(next(all.formatted(taker), first)).then().statusCode(400);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/caseloads/" + leaver + "/cases")
        .then()
        .body("items.size()", equalTo(0));
    String held = HANDOVER + ",\"heldBy\":\"" + leaver + "\"";
    assignMany(Persona.SUPERVISOR, null, taker, held)
        .then()
        .statusCode(200)
        .body("assigned", equalTo(2))
        .body("items.problem", hasItem("caseload-reason-needed"));
    assignMany(Persona.SUPERVISOR, null, taker, held + REASON)
        .then()
        .statusCode(200)
        .body("items.band", contains("reason"));
    assignMany(Persona.SUPERVISOR, null, taker, held)
        .then()
        .statusCode(200)
        .body("items.caseId", not(hasItem(leaver.toString())))
        .body("items.size()", equalTo(0));
    Assignments.give(taker, "low", 4);
    Assignments.give(leaver, "low", 1);
    assignMany(Persona.SUPERVISOR, null, taker, held + REASON)
        .then()
        .body("items.problem", contains("caseload-approval-needed"));
  }
}
