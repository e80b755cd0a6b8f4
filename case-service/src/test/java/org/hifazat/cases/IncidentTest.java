package org.hifazat.cases;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Papers.ago;
import static org.hifazat.cases.Papers.incident;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Allegations, who is said to have done it, and what was found. */
@HifazatTest(service = "cases")
class IncidentTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void anAllegationNamesAPersonOfConcernWarnsAndGetsItsFindingWithItsReason() {
    String id = opened("Gul");
    String uncle = person(id, "uncle", "\"person-of-concern\"");
    String aunt = person(id, "aunt", "\"safe-adult\"");
    Instant before = ago(Duration.ofDays(30));
    incident(WORKER, id, Papers.incident(before, ",\"personId\":\"" + aunt + "\""))
        .then()
        .statusCode(422)
        .body("code", equalTo("not-a-person-of-concern"));
    String other = person(opened("Zar"), "uncle", "\"person-of-concern\"");
    incident(WORKER, id, Papers.incident(before, ",\"personId\":\"" + other + "\""))
        .then()
        .statusCode(422);
    Response told =
        incident(WORKER, id, Papers.incident(before, ",\"personId\":\"" + uncle + "\""));
    told.then().statusCode(201).body("finding", equalTo("alleged"));
    nextSteps(WORKER, id).then().body("warnings.code", hasItem("alleged-person-known"));
    String path = "/v1/incidents/" + told.path("id") + "/findings";
    found(path, told.path("etag"), "unsubstantiated", Instant.now())
        .then()
        .statusCode(200)
        .body("finding", equalTo("unsubstantiated"))
        .body("findings.reason", contains("The invented doctor saw no mark."));
    Awaitility.await("others hear of the finding")
        .until(() -> Topic.types(Topic.CASES, id).contains("org.hifazat.cases.incident-found.v1"));
    found(path, told.path("etag"), "substantiated", Instant.now())
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    nextSteps(WORKER, id).then().body("warnings.code", not(hasItem("alleged-person-known")));
    as(WORKER)
        .get("/v1/cases/" + id + "/incidents")
        .then()
        .body("items.account", contains("The invented uncle hit him with a stick."));
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/incidents").then().statusCode(403);
  }

  @Test
  void whatCannotBeIsRefused() {
    String id = opened("Spogmai");
    incident(WORKER, id, Papers.incident(Instant.now().plusSeconds(90), ""))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    incident(WORKER, id, Papers.incident(Instant.now(), "").replace("physical_abuse", "magic"))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    incident(WORKER, id, Papers.incident(Instant.now(), "").replace("\"home\"", "\"moon\""))
        .then()
        .statusCode(422);
    Response told = incident(WORKER, id, Papers.incident(Instant.now(), ""));
    found(
            "/v1/incidents/" + told.path("id") + "/findings",
            told.path("etag"),
            "substantiated",
            ago(Duration.ofHours(1)))
        .then()
        .statusCode(422)
        .body("code", equalTo("found-before-it-happened"));
  }

  private static Response found(String path, String etag, String finding, Instant at) {
    return Papers.change(
        WORKER,
        path,
        etag,
        "{\"finding\":\"%s\",\"happenedAt\":\"%s\",\"reason\":\"The invented doctor saw no mark.\"}"
            .formatted(finding, at));
  }

  private static String person(String caseId, String relation, String roles) {
    return People.add(WORKER, caseId, People.person(relation, "Invented Person", roles, ""))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
