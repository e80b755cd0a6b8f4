package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.CaseRequests.accept;
import static org.hifazat.cases.CaseRequests.ask;
import static org.hifazat.cases.CaseRequests.list;
import static org.hifazat.cases.CaseRequests.one;
import static org.hifazat.cases.CaseRequests.reject;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever finds that another has the case asks for it; who is responsible now answers. */
@HifazatTest(service = "cases")
class CaseRequestTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final String MARDAN = ",\"districtCode\":\"mardan\"";
  private static final String MOVED = ",\"transferReason\":\"child-moved\"";
  private static final String ASKER = Persona.PROTECTION_OFFICER.staffId().orElseThrow().toString();
  private static final String FAR =
      Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow().toString();

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  private static String number(String caseId) {
    return Backstage.texts("select number from case_file where id = ?::uuid", caseId).getFirst();
  }

  /** Rival's scenario 12, within a unit. */
  @Test
  void aColleagueAsksTheSupervisorAnswersAndYesIsAnAssignmentWithItsHandover() {
    String id = openCase(Persona.SOCIAL_WORKER, "Asked", NINE_YEARS);
    String number = number(id);
    refused(ask(Persona.SOCIAL_WORKER, number, ""), 409, "already-owner");
    refused(ask(Persona.SUPERVISOR, number, ""), 409, "case-request-not-needed");
    refused(ask(Persona.PROTECTION_OFFICER, "KP-1999-000001", ""), 422, "case-number-unknown");
    Response asked = ask(Persona.PROTECTION_OFFICER, number.toLowerCase(java.util.Locale.ROOT), "");
    asked.then().statusCode(201).body("state", equalTo("pending"));
    refused(ask(Persona.PROTECTION_OFFICER, number, ""), 409, "case-request-pending");
    String request = asked.path("id");
    list(Persona.SUPERVISOR, "in").then().statusCode(200).body("items.id", hasItem(request));
    list(Persona.SOCIAL_WORKER, "in").then().body("items.id", hasItem(request));
    list(Persona.PROTECTION_OFFICER, "in").then().body("items.id", not(hasItem(request)));
    list(Persona.PROTECTION_OFFICER, "out").then().body("items.id", hasItem(request));
    Casework.noticesTaken();
    as(Persona.SUPERVISOR)
        .get("/v1/tasks?state=open")
        .then()
        .body("items.findAll { it.kind == 'case-request' }.caseId", hasItem(id));
    accept(Persona.SOCIAL_WORKER, request, "\"v0\"", "").then().statusCode(403);
    accept(Persona.PROTECTION_OFFICER, request, "\"v0\"", "").then().statusCode(403);
    accept(Persona.OTHER_UNIT_SUPERVISOR, request, "\"v0\"", "").then().statusCode(404);
    accept(Persona.SUPERVISOR, request, "\"v7\"", "")
        .then()
        .statusCode(412)
        .header("ETag", "\"v0\"")
        .body("currentVersion", equalTo("\"v0\""));
    accept(Persona.SUPERVISOR, request, "\"v0\"", "")
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("transferId", nullValue());
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(ASKER));
    assertThat(
            Backstage.texts(
                "select state from task where case_id = ?::uuid and kind = 'case-request'", id))
        .containsExactly("done");
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like 'case-%'"
                    + " order by recorded_at, id",
                id))
        .contains("case-asked-for", "case-assigned", "case-request-answered");
    assertThat(Backstage.audit("ASK_FOR_CASE", id)).hasSize(1);
    assertThat(Backstage.audit("ANSWER_CASE_REQUEST", id)).contains("performed accepted");
    refused(reject(Persona.SUPERVISOR, request, "\"v1\""), 409, "case-request-answered");
    for (Persona side : List.of(Persona.SUPERVISOR, Persona.PROTECTION_OFFICER)) {
      one(side, request)
          .then()
          .statusCode(200)
          .header("ETag", "\"v1\"")
          .body("state", equalTo("accepted"));
    }
    one(Persona.OTHER_UNIT_SUPERVISOR, request).then().statusCode(404);
    assertThat(Backstage.audit("LIST_CASE_REQUESTS", request)).hasSize(2);
  }

  /** Rival's scenario 12, from another unit: yes is a pending transfer to who asked. */
  @Test
  void anotherUnitAsksWithoutReachingTheCaseAndYesIsATransferThatWaitsForIt() {
    String id = openCase(Persona.SOCIAL_WORKER, "Faraway", NINE_YEARS);
    Casework.consented(id);
    String number = number(id);
    refused(ask(Persona.OTHER_UNIT_SOCIAL_WORKER, number, ""), 422, "district-needed");
    refused(
        ask(Persona.OTHER_UNIT_SOCIAL_WORKER, number, ",\"districtCode\":\"peshawar\""),
        422,
        "district-of-another-unit");
    Response asked = ask(Persona.OTHER_UNIT_SOCIAL_WORKER, number, MARDAN);
    asked.then().statusCode(201).body("caseId", nullValue());
    String request = asked.path("id");
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(404);
    list(Persona.OTHER_UNIT_SUPERVISOR, "in").then().body("items.id", not(hasItem(request)));
    list(Persona.SUPERVISOR, "in")
        .then()
        .body(
            "items.find { it.id == '" + request + "' }.words",
            equalTo("The invented child sleeps at our school."));
    refused(accept(Persona.SUPERVISOR, request, "\"v0\"", ""), 422, "reason-needed");
    String transfer =
        accept(Persona.SUPERVISOR, request, "\"v0\"", MOVED)
            .then()
            .statusCode(200)
            .extract()
            .path("transferId");
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(200);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/transfers/" + transfer)
        .then()
        .statusCode(200)
        .body("state", equalTo("pending"))
        .body("askedBy", equalTo(FAR));
    list(Persona.OTHER_UNIT_SOCIAL_WORKER, "out")
        .then()
        .body("items.find { it.id == '" + request + "' }.state", equalTo("accepted"))
        .body("items.find { it.id == '" + request + "' }.caseId", nullValue());
    assertThat(
            Backstage.count(
                "select count(*) from case_request where position('school'::bytea in words) > 0"))
        .isZero();
  }

  @Test
  void noIsAnsweredWithAReasonAndNothingMovesAndTheRequestFollowsTheCase() {
    String id = openCase(Persona.SOCIAL_WORKER, "Refusedask", NINE_YEARS);
    String number = number(id);
    Response first = ask(Persona.OTHER_UNIT_SOCIAL_WORKER, number, MARDAN);
    reject(Persona.SUPERVISOR, first.path("id"), "\"v0\"").then().statusCode(200);
    list(Persona.OTHER_UNIT_SOCIAL_WORKER, "out")
        .then()
        .body(
            "items.find { it.id == '" + first.path("id") + "' }.answer",
            equalTo("The court hears us on Monday."));
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(200);
    Response second = ask(Persona.OTHER_UNIT_SOCIAL_WORKER, number, MARDAN);
    second.then().statusCode(201);
    String other = second.path("id");
    Backstage.execute(
        "update case_file set unit_id = ?::uuid where id = ?::uuid", Persona.MARDAN, id);
    reject(Persona.SUPERVISOR, other, "\"v1\"").then().statusCode(404);
    list(Persona.OTHER_UNIT_SUPERVISOR, "in").then().body("items.id", hasItem(other));
    Casework.putInto(id, "closed");
    list(Persona.OTHER_UNIT_SOCIAL_WORKER, "out")
        .then()
        .body("items.find { it.id == '" + other + "' }.state", equalTo("lapsed"));
    refused(
        accept(Persona.OTHER_UNIT_SUPERVISOR, other, "\"v2\"", ""), 409, "case-request-answered");
  }

  @Test
  void aSealedCaseCannotBeAskedForAndAClosedOneOfTheUnitNeither() {
    String id = openCase(Persona.SOCIAL_WORKER, "Sealedask", NINE_YEARS);
    String number = number(id);
    Seals.seal(
            Persona.SUPERVISOR,
            id,
            Casework.etag(id),
            Persona.SOCIAL_WORKER.staffId().orElseThrow(),
            Persona.SUPERVISOR.staffId().orElseThrow())
        .then()
        .statusCode(204);
    refused(ask(Persona.PROTECTION_OFFICER, number, ""), 422, "case-number-unknown");
    String closed = openCase(Persona.SOCIAL_WORKER, "Closedask", NINE_YEARS);
    Casework.putInto(closed, "closed");
    refused(ask(Persona.PROTECTION_OFFICER, number(closed), ""), 409, "case-closed");
    assertThat(
            Backstage.count(
                "select count(*) from case_request where case_id in (?::uuid, ?::uuid)",
                id,
                closed))
        .isZero();
  }
}
