package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.decide;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Casework.request;
import static org.hifazat.cases.Requests.as;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Acceptance scenario 14: a worker asks, another person answers, and what was approved stays. */
@HifazatTest(service = "cases")
class ApprovalTest {
  private static final String REASON = ",\"comment\":\"The invented address is missing.\"";

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void scenario14ARequestWaitsUntilTheSupervisorAnswersIt() {
    String id = opened("Farid");
    Response requested = request(Persona.SOCIAL_WORKER, id, "registration");
    requested
        .then()
        .statusCode(201)
        .body("state", equalTo("pending"))
        .body("ownRequest", equalTo(true));
    String approval = requested.path("id");
    assertThat(queued(Persona.SUPERVISOR, approval)).isTrue();
    assertThat(queued(Persona.OTHER_UNIT_SUPERVISOR, approval)).isFalse();
    Response decided =
        decide(Persona.SUPERVISOR, id, "registration", requested.header("ETag"), "approved", "");
    decided
        .then()
        .statusCode(200)
        .body("state", equalTo("approved"))
        .body("decidedBy", equalTo(Persona.SUPERVISOR.staffId().orElseThrow().toString()));
    assertThat(queued(Persona.SUPERVISOR, approval)).isFalse();
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/approvals")
        .then()
        .body("items.state", equalTo(java.util.List.of("approved")));
    assertThat(Backstage.audit("DECIDE_APPROVAL", approval))
        .containsExactly("performed registration approved");
  }

  @Test
  void scenario14WhatNobodyRequestedCannotBeApproved() {
    String id = opened("Faisal");
    Map<String, Long> before = Backstage.rows();
    decide(Persona.SUPERVISOR, id, "registration", "\"v0\"", "approved", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-not-requested"));
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void scenario14AnAnswerIsGivenOnce() {
    String id = opened("Fazal");
    String etag = request(Persona.SOCIAL_WORKER, id, "registration").header("ETag");
    decide(Persona.SUPERVISOR, id, "registration", etag, "rejected", REASON)
        .then()
        .statusCode(200)
        .body("state", equalTo("rejected"));
    decide(Persona.SUPERVISOR, id, "registration", etag, "approved", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-not-requested"));
  }

  @Test
  void scenario14AnUnknownKindIsNotFoundAndAnUnknownAnswerIsRefused() {
    String id = opened("Feroz");
    request(Persona.SOCIAL_WORKER, id, "holiday").then().statusCode(404);
    decide(Persona.SUPERVISOR, id, "holiday", "\"v0\"", "approved", "").then().statusCode(404);
    String etag = request(Persona.SOCIAL_WORKER, id, "registration").header("ETag");
    decide(Persona.SUPERVISOR, id, "registration", etag, "perhaps", "")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/decision"));
    decide(Persona.SUPERVISOR, id, "registration", etag, "rejected", "")
        .then()
        .statusCode(422)
        .body("code", equalTo("reason-needed"));
  }

  @Test
  void scenario14OneDoesNotAnswerOnesOwnRequestNorOneNoSupervisor() {
    String id = opened("Ghani");
    String etag = request(Persona.SUPERVISOR, id, "registration").header("ETag");
    Map<String, Long> before = Backstage.rows();
    decide(Persona.SUPERVISOR, id, "registration", etag, "approved", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-own-request"));
    decide(Persona.SOCIAL_WORKER, id, "registration", etag, "approved", "").then().statusCode(403);
    decide(Persona.OTHER_UNIT_SUPERVISOR, id, "registration", etag, "approved", "")
        .then()
        .statusCode(404);
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  @Test
  void scenario14TheAnswerIsToTheVersionThatWasRead() {
    String id = opened("Habib");
    String etag = request(Persona.SOCIAL_WORKER, id, "registration").header("ETag");
    decide(Persona.SUPERVISOR, id, "registration", "\"v7\"", "approved", "").then().statusCode(412);
    decide(Persona.SUPERVISOR, id, "registration", etag, "approved", "").then().statusCode(200);
  }

  @Test
  void scenario14WhatWasSubmittedIsFrozenAndReadableForTheReadersOfTheCaseOnly() {
    String id = opened("Hamid");
    Response requested = request(Persona.SOCIAL_WORKER, id, "registration");
    String path = "/v1/cases/" + id + "/approvals/" + requested.path("id");
    Backstage.execute("update case_file set concerns = '{neglect_medical}' where id = ?::uuid", id);
    as(Persona.SUPERVISOR)
        .get(path)
        .then()
        .statusCode(200)
        .header("ETag", requested.header("ETag"))
        .body("content.find { it.field == 'given-name' }.value", equalTo("Hamid"))
        .body("content.findAll { it.field == 'concern' }.value", hasItem("physical_abuse"))
        .body("blockers", empty());
    as(Persona.COLLEAGUE).get(path).then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(path).then().statusCode(404);
    assertThat(
            Backstage.count(
                "select count(*) from approval where case_id = ?::uuid and position('Hamid'::bytea"
                    + " in content) > 0",
                id))
        .isZero();
  }

  @Test
  void anApprovalIsNotFoundUnderAnotherCase() {
    String mine = opened("Haroon");
    String other = opened("Hashim");
    String approval = request(Persona.SOCIAL_WORKER, other, "registration").path("id");
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + mine + "/approvals/" + approval)
        .then()
        .statusCode(404);
  }

  @Test
  void thereIsOnePendingRequestOfAKindAndOnlyItsAuthorTakesItBack() {
    String id = opened("Ibrar");
    String etag = request(Persona.SOCIAL_WORKER, id, "registration").header("ETag");
    request(Persona.SUPERVISOR, id, "registration")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-pending"));
    withdraw(Persona.SUPERVISOR, id, etag)
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-not-yours"));
    withdraw(Persona.SOCIAL_WORKER, id, etag)
        .then()
        .statusCode(200)
        .body("state", equalTo("withdrawn"));
    request(Persona.SUPERVISOR, id, "registration").then().statusCode(201);
  }

  @Test
  void theSameRequestSentTwiceIsOne() {
    String id = opened("Idris");
    UUID key = UUID.randomUUID();
    String body =
        "{\"kind\":\"registration\",\"happenedAt\":\"%s\",\"note\":\"Please.\"}"
            .formatted(Instant.now());
    String first = submit(id, key, body).path("id");
    assertThat(submit(id, key, body).<String>path("id")).isEqualTo(first);
    as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/approvals").then().body("items", hasSize(1));
  }

  private static Response submit(String id, UUID key, String body) {
    return as(Persona.SOCIAL_WORKER)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/cases/" + id + "/approvals");
  }

  @Test
  void thereIsNoAssessmentToApproveBeforeOneWasMade() {
    String id = opened("Imran");
    request(Persona.SOCIAL_WORKER, id, "assessment")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-nothing-to-approve"));
    assessed(id, "high", Instant.now());
    request(Persona.SOCIAL_WORKER, id, "assessment").then().statusCode(201);
  }

  @Test
  void theDatabaseItselfRefusesThatSomebodyAnswersTheirOwnRequest() {
    String id = opened("Iqbal");
    request(Persona.SOCIAL_WORKER, id, "registration").then().statusCode(201);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update approval set state = 'approved', decided_by = requested_by, decided_at ="
                        + " now(), decision_recorded_at = now() where case_id = ?::uuid",
                    id))
        .hasStackTraceContaining("nobody_decides_their_own_request");
  }

  @Test
  void theQueueGoesOnWhereItEnded() {
    for (int i = 0; i < 3; i++) {
      request(Persona.SOCIAL_WORKER, opened("Ismail"), "registration").then().statusCode(201);
    }
    Response first = as(Persona.SUPERVISOR).get("/v1/approvals?limit=2");
    first.then().statusCode(200).body("items", hasSize(2));
    String link = first.header("Link");
    String cursor = link.substring(link.indexOf('?'), link.indexOf('>'));
    as(Persona.SUPERVISOR)
        .get("/v1/approvals" + cursor + "&limit=2")
        .then()
        .statusCode(200)
        .body("items.approval.id", not(hasItem((String) first.path("items[0].approval.id"))));
  }

  private static boolean queued(Persona persona, String approval) {
    String path = "/v1/approvals?limit=100";
    while (true) {
      Response page = as(persona).get(path);
      page.then().statusCode(200);
      if (page.<java.util.List<String>>path("items.approval.id").contains(approval)) {
        return true;
      }
      String link = page.header("Link");
      if (link == null) {
        return false;
      }
      path = "/v1/approvals" + link.substring(link.indexOf('?'), link.indexOf('>')) + "&limit=100";
    }
  }

  private static Response withdraw(Persona persona, String caseId, String etag) {
    return as(persona)
        .header("If-Match", etag)
        .post("/v1/cases/" + caseId + "/approvals/registration/withdrawal");
  }
}
