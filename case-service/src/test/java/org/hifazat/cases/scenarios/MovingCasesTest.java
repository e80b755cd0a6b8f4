package org.hifazat.cases.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Assignments.HANDOVER;
import static org.hifazat.cases.Assignments.assignMany;
import static org.hifazat.cases.Assignments.chosen;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hifazat.cases.Assignments;
import org.hifazat.cases.CaseRequests;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Papers;
import org.hifazat.cases.Transfers;
import org.hifazat.cases.Twins;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenarios 8, 12 and 13 as wholes: how a case comes to somebody else, and how it does not. */
@HifazatTest(service = "cases")
class MovingCasesTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Persona LEAD = Persona.SUPERVISOR;
  private static final Persona THERE = Persona.OTHER_UNIT_SOCIAL_WORKER;
  private static final Persona LEAD_THERE = Persona.OTHER_UNIT_SUPERVISOR;
  private static final String TO_THEM = ",\"ownerId\":\"" + id(THERE) + "\"";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static UUID id(Persona persona) {
    return persona.staffId().orElseThrow();
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  private static void isHere(String caseId) {
    as(WORKER)
        .get("/v1/cases/" + caseId)
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(id(WORKER).toString()))
        .body("districtCode", equalTo("peshawar"));
    as(LEAD_THERE).get("/v1/cases/" + caseId).then().statusCode(404);
  }

  @Test
  void scenario8ATransferMovesTheWholeCaseOnAcceptanceAndNothingOnRefusalOrWithdrawal() {
    String id = openCase(WORKER, "Onward", NINE_YEARS);
    Casework.consented(id);
    Papers.incident(WORKER, id, Papers.incident(Instant.now(), "")).then().statusCode(201);
    Response refused = Transfers.propose(WORKER, id, Transfers.MARDAN, "");
    refused(Transfers.propose(LEAD, id, Transfers.MARDAN, ""), 409, "transfer-pending");
    Response before = as(LEAD_THERE).get("/v1/transfers/" + refused.path("id"));
    before.then().statusCode(200).body("content.request", equalTo("Moved to an invented uncle."));
    assertThat(before.asString()).doesNotContain("Onward");
    isHere(id);
    Transfers.end(LEAD_THERE, refused, "decline").then().statusCode(200);
    isHere(id);
    Response withdrawn = Transfers.propose(WORKER, id, Transfers.MARDAN, "");
    Transfers.end(WORKER, withdrawn, "withdrawal").then().statusCode(200);
    refused(Transfers.accept(LEAD_THERE, withdrawn, TO_THEM), 409, "transfer-not-pending");
    isHere(id);
    for (Response ended : List.of(refused, withdrawn)) {
      as(LEAD_THERE)
          .get("/v1/transfers?limit=100&direction=in")
          .then()
          .body("items.id", not(hasItem(ended.<String>path("id"))));
    }
    Response accepted = Transfers.propose(WORKER, id, Transfers.MARDAN, "");
    Transfers.accept(LEAD_THERE, accepted, TO_THEM).then().statusCode(200);
    as(THERE)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(id(THERE).toString()))
        .body("unitId", equalTo(Persona.MARDAN))
        .body("districtCode", equalTo("mardan"));
    as(THERE).get("/v1/cases/" + id + "/incidents").then().body("items", hasSize(1));
    as(THERE)
        .get("/v1/cases/" + id + "/owners")
        .then()
        .body("changes[0].from", equalTo(id(WORKER).toString()));
    for (Persona sender : List.of(WORKER, LEAD)) {
      as(sender).get("/v1/cases/" + id).then().statusCode(404);
    }
    as(LEAD)
        .get("/v1/transfers/" + accepted.path("id"))
        .then()
        .statusCode(200)
        .body("content", nullValue());
  }

  @Test
  void scenario12WhoIsResponsibleNowIsAskedForACaseAndYesIsATransferToWhoAsked() {
    String id = openCase(WORKER, "Wanted", NINE_YEARS);
    Casework.consented(id);
    String number = Casework.nextSteps(LEAD, id).path("number");
    String where = ",\"districtCode\":\"mardan\"";
    String refused = CaseRequests.ask(THERE, number, where).path("id");
    as(LEAD)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.find { it.kind == 'case-request' }.dueAt", notNullValue());
    for (Persona other : List.of(WORKER, Persona.PROTECTION_OFFICER)) {
      CaseRequests.reject(other, refused, "\"v0\"").then().statusCode(403);
    }
    CaseRequests.reject(LEAD_THERE, refused, "\"v0\"").then().statusCode(404);
    CaseRequests.reject(LEAD, refused, "\"v0\"").then().statusCode(200);
    CaseRequests.list(THERE, "out")
        .then()
        .body(
            "items.find { it.id == '" + refused + "' }.answer",
            equalTo("The court hears us on Monday."));
    isHere(id);
    String asked = CaseRequests.ask(THERE, number, where).path("id");
    String transfer =
        CaseRequests.accept(LEAD, asked, "\"v0\"", ",\"transferReason\":\"child-moved\"")
            .then()
            .statusCode(200)
            .extract()
            .path("transferId");
    isHere(id);
    as(LEAD_THERE)
        .get("/v1/transfers/" + transfer)
        .then()
        .body("state", equalTo("pending"))
        .body("askedBy", equalTo(id(THERE).toString()));
    Transfers.accept(LEAD_THERE, transfer, "\"v0\"", TO_THEM).then().statusCode(200);
    String back =
        CaseRequests.ask(WORKER, number, ",\"districtCode\":\"peshawar\"")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    CaseRequests.list(LEAD_THERE, "in").then().body("items.id", hasItem(back));
    CaseRequests.reject(LEAD, back, "\"v0\"").then().statusCode(404);
  }

  @Test
  void scenario13AssignmentOffersAndTakesOnlyTheUnitsPeopleAndManyAtOnceAreEachAnswered() {
    String mine = openCase(WORKER, "Given", NINE_YEARS);
    String theirs = new Twins().latin(THERE, "mardan");
    as(LEAD)
        .get("/v1/caseloads")
        .then()
        .body("items.staffId", hasItem(id(Persona.PROTECTION_OFFICER).toString()))
        .body("items.staffId", everyItem(not(equalTo(id(THERE).toString()))));
    refused(Assignments.assign(mine, id(THERE), HANDOVER), 422, "colleague-unknown");
    UUID officer = id(Persona.PROTECTION_OFFICER);
    refused(assignMany(LEAD, List.of(), officer, HANDOVER), 422, "filter-missing");
    List<String> tooMany =
        Stream.generate(() -> chosen(UUID.randomUUID().toString(), "\"v0\"")).limit(101).toList();
    refused(assignMany(LEAD, tooMany, officer, HANDOVER), 422, "too-many-cases");
    List<String> both = List.of(chosen(mine, Casework.etag(mine)), chosen(theirs, "\"v0\""));
    assignMany(WORKER, both, officer, HANDOVER).then().statusCode(403);
    assignMany(LEAD, both, officer, HANDOVER + Assignments.REASON)
        .then()
        .statusCode(200)
        .body("items.caseId", contains(mine, theirs))
        .body("items.outcome[0]", equalTo("assigned"))
        .body("items.problem[1]", equalTo("not-found"));
    as(Persona.PROTECTION_OFFICER).get("/v1/cases/" + mine).then().statusCode(200);
    as(THERE).get("/v1/cases/" + theirs).then().body("ownerId", equalTo(id(THERE).toString()));
  }
}
