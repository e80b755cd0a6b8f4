package org.hifazat.cases.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hifazat.cases.Assignments;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Casework;
import org.hifazat.cases.Directory;
import org.hifazat.cases.Papers;
import org.hifazat.cases.Plans;
import org.hifazat.cases.Requests;
import org.hifazat.cases.Transfers;
import org.hifazat.cases.particulars.Particulars;
import org.hifazat.cases.people.People;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a case management system has to show before anybody believes it, by the numbers other
 * systems are measured with. Which scenario is shown where: docs/guides/acceptance-scenarios.md.
 * Here are those that no feature's own test shows as a whole.
 */
@HifazatTest(service = "cases")
class CaseScenariosTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final Pattern SUPERVISORS =
      Pattern.compile(
          "/(members|merges|consent-overrides|case-requests|emergency-accesses|transfers|removal)");

  @Inject DataSource database;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void scenario9NobodyAnswersATransferTheyProposedThemselvesNotEvenAsTheOtherUnitsSupervisor() {
    String id = openCase(WORKER, "Deputy", NINE_YEARS);
    Casework.consented(id);
    Response proposed = Transfers.propose(WORKER, id, Transfers.MARDAN, "");
    proposed.then().statusCode(201);
    UUID mover = Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow();
    Backstage.execute(
        "update case_transfer set proposed_by = ? where case_id = ?::uuid", mover, id);
    refused(Transfers.accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, ""), 409, "transfer-own");
    refused(Transfers.end(Persona.OTHER_UNIT_SUPERVISOR, proposed, "decline"), 409, "transfer-own");
    assertThat(Backstage.texts("select unit_id from case_file where id = ?::uuid", id))
        .containsExactly(Persona.PESHAWAR);
  }

  @Test
  void scenario10WhatBelongsToAnotherCaseIsNotReachedThroughOnesOwnNorByItsNumber() {
    String mine = openCase(WORKER, "Mine", NINE_YEARS);
    String theirs = openCase(WORKER, "Theirs", NINE_YEARS);
    Map<String, String> attacks = attacks(mine, theirs);
    String twin = openCase(WORKER, "Twin", NINE_YEARS);
    attacks.putAll(Elsewhere.attacks(theirs, twin));
    Elsewhere.move(theirs, twin);
    Map<String, Long> before = Backstage.rows();
    attacks.forEach(
        (path, body) -> {
          Response answer = attack(path, body);
          assertThat(answer.statusCode()).as(path).isIn(403, 404);
          assertThat(answer.asString()).as(path).doesNotContain(theirs, twin);
        });
    assertThat(Backstage.rows()).isEqualTo(before);
  }

  private static Response attack(String path, String body) {
    boolean put = path.startsWith("PUT ");
    String address = path.substring(path.indexOf(' ') + 1);
    var request =
        as(SUPERVISORS.matcher(path).find() ? Persona.SUPERVISOR : WORKER)
            .header("If-Match", "\"v0\"")
            .header("Idempotency-Key", UUID.randomUUID());
    if (path.startsWith("GET ")) {
      return request.get(address);
    }
    return put ? request.body(body).put(address) : request.body(body).post(address);
  }

  /** Requests that would change something of their case, each as it would pass on one's own. */
  private static Map<String, String> attacks(String mine, String theirs) {
    String now = "{\"happenedAt\":\"" + Instant.now() + "\"}";
    String because = "{\"happenedAt\":\"%s\",\"reason\":\"%s\"}";
    String person = People.person("aunt", "Invented Aunt", "\"household\"", "");
    String place = People.place("Invented house", "");
    Map<String, String> attacks = new LinkedHashMap<>();
    String own = "/v1/cases/" + mine;
    attacks.put("PUT " + own + "/persons/" + id(People.add(WORKER, theirs, person)), person);
    attacks.put("PUT " + own + "/safe-places/" + id(People.addPlace(WORKER, theirs, place)), place);
    attacks.put(
        "POST "
            + own
            + "/members/"
            + id(Assignments.addMember(Persona.SUPERVISOR, theirs, OFFICER, "second-worker"))
            + "/end",
        now);
    attacks.put(
        "GET " + own + "/approvals/" + id(Casework.request(WORKER, theirs, "registration")), "");
    attacks.put(
        "POST /v1/notes/"
            + id(Papers.note(WORKER, theirs, "ordinary", "An invented note."))
            + "/addenda",
        "{\"text\":\"More of it.\"}");
    attacks.put(
        "POST /v1/incidents/"
            + id(Papers.incident(WORKER, theirs, Papers.incident(Instant.now(), "")))
            + "/findings",
        "{\"finding\":\"unsubstantiated\",\"happenedAt\":\"%s\",\"reason\":\"No mark was seen.\"}"
            .formatted(Instant.now()));
    attacks.put(
        "POST /v1/orders/"
            + id(
                Papers.order(
                    WORKER,
                    theirs,
                    Papers.order("other", LocalDate.now(java.time.ZoneOffset.UTC), "")))
            + "/end",
        because.formatted(Instant.now(), "carried-out"));
    attacks.put(
        "POST /v1/placements/" + id(Papers.placement(WORKER, theirs, Instant.now(), "")) + "/end",
        because.formatted(Instant.now(), "returned-home"));
    attacks.put(
        "POST /v1/services-given/" + id(Plans.service(WORKER, theirs, "visit", "")) + "/strike-out",
        "");
    attacks.put(
        "POST /v1/follow-ups/"
            + id(Plans.followUp(WORKER, theirs, Instant.now().plusSeconds(9000)))
            + "/cancellation",
        "");
    attacks.put(
        "POST /v1/tasks/"
            + as(WORKER).get("/v1/cases/" + theirs).path("tasks[0].id")
            + "/completion",
        now);
    attacks.put(
        "POST " + "/v1/cases/" + theirs + "/steps",
        "{\"step\":\"assess\",\"happenedAt\":\"" + Instant.now() + "\"}");
    return attacks;
  }

  private static final UUID OFFICER = Persona.PROTECTION_OFFICER.staffId().orElseThrow();

  static String id(Response created) {
    created.then().statusCode(201);
    return created.path("id");
  }

  /**
   * Other systems reopen a case when something is saved on it; here a reopening has an author and a
   * reason, so nothing else can do it (ADR 0034).
   */
  @Test
  void scenario16NothingSavedOnAClosedCaseReopensItAndSomebodyWhoSaysWhyDoes() {
    String id = openCase(WORKER, "Closedagain", NINE_YEARS);
    Casework.putInto(id, "closed");
    refused(Plans.service(WORKER, id, "visit", ""), 409, "case-closed");
    refused(Papers.incident(WORKER, id, Papers.incident(Instant.now(), "")), 409, "case-closed");
    refused(Papers.note(WORKER, id, "ordinary", "An invented note."), 409, "case-closed");
    refused(People.addPlace(WORKER, id, People.place("Invented house", "")), 409, "case-closed");
    Casework.nextSteps(WORKER, id)
        .then()
        .body("state", equalTo("closed"))
        .body("episode", equalTo(1));
    Casework.reopen(WORKER, id, Casework.etag(id), Instant.now()).then().statusCode(200);
    Casework.nextSteps(WORKER, id)
        .then()
        .body("state", equalTo("identified"))
        .body("episode", equalTo(2))
        .body("riskLevel", nullValue());
    assertThat(
            Backstage.texts(
                "select actor_id from timeline_entry where case_id = ?::uuid and kind = 'case-reopened'",
                id))
        .containsExactly(WORKER.staffId().orElseThrow().toString());
  }

  @Test
  void scenario19APartIsChangedAloneNumbersKeepTheirZerosAndNothingUnknownIsSwallowed() {
    String id = openCase(WORKER, "Merging", NINE_YEARS);
    Response first =
        People.add(
            WORKER,
            id,
            People.person("aunt", "Invented Aunt", "\"household\"", ",\"phone\":\"0300-0000555\""));
    first.then().statusCode(201);
    Response second =
        People.add(WORKER, id, People.person("uncle", "Invented Uncle", "\"household\"", ""));
    second.then().statusCode(201);
    String changed =
        People.person("aunt", "Another Aunt", "\"household\"", ",\"phone\":\"0300-0000555\"");
    People.change(WORKER, id, first.path("id"), first.header("ETag"), changed)
        .then()
        .statusCode(200);
    Response people = People.persons(WORKER, id);
    people
        .then()
        .body("items.find { it.id == '" + second.path("id") + "' }.name", equalTo("Invented Uncle"))
        .body("items.find { it.id == '" + first.path("id") + "' }.phone", equalTo("0300-0000555"));
    Response stale = People.change(WORKER, id, first.path("id"), first.header("ETag"), changed);
    refused(stale, 412, "stale");
    People.persons(WORKER, id)
        .then()
        .body("items.find { it.id == '" + first.path("id") + "' }.name", equalTo("Another Aunt"));
    Response child = Particulars.read(WORKER, id);
    String unknown = Particulars.full("Merging").replace("\"sex\"", "\"invented\":\"x\",\"sex\"");
    refused(Particulars.change(WORKER, id, child.header("ETag"), unknown), 400, "unknown-field");
    String key = UUID.randomUUID().toString();
    String body = Requests.consent("photo", "child", Instant.now(), "");
    String once =
        as(WORKER)
            .header("Idempotency-Key", key)
            .body(body)
            .post("/v1/cases/" + id + "/consents")
            .path("id");
    as(WORKER)
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/cases/" + id + "/consents")
        .then()
        .statusCode(201)
        .body("id", equalTo(once));
    refused(
        as(WORKER)
            .header("Idempotency-Key", key)
            .body(body.replace("photo", "reporting"))
            .post("/v1/cases/" + id + "/consents"),
        422,
        "idempotency-key-reused");
  }

  @Test
  void scenario20EachRoleSeesItsScopeAndWhatWasRefusedIsOnRecord() {
    String id = openCase(WORKER, "Scoped", NINE_YEARS);
    as(WORKER)
        .get("/v1/cases?limit=100")
        .then()
        .body("items.find { it.id == '" + id + "' }.displayName", equalTo("Scoped"));
    as(Persona.COLLEAGUE)
        .get("/v1/cases?limit=100")
        .then()
        .body("items.find { it.id == '" + id + "' }.relation", equalTo("SAME_UNIT"))
        .body("items.find { it.id == '" + id + "' }.displayName", nullValue());
    for (Persona far : List.of(Persona.OTHER_UNIT_SUPERVISOR, Persona.PSYCHOLOGIST)) {
      as(far).get("/v1/cases?limit=100").then().body("items.id", not(hasItem(id)));
      as(far).get("/v1/cases/" + id).then().statusCode(404);
    }
    as(Persona.COLLEAGUE).get("/v1/cases/" + id).then().statusCode(403);
    as(Persona.COMMISSION_MONITOR).get("/v1/cases/" + id).then().statusCode(403);
    as(Persona.SUPERVISOR).get("/v1/cases/" + id).then().statusCode(200);
    assertThat(Backstage.audit("VIEW_CASE", id))
        .anyMatch(line -> line.startsWith("read"))
        .anyMatch(line -> line.startsWith("refused"));
  }
}
