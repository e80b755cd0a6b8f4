package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Assignments.HANDOVER;
import static org.hifazat.cases.Assignments.REASON;
import static org.hifazat.cases.Assignments.assign;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.openCase;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose case it is: a supervisor says so, within what one worker can carry. */
@HifazatTest(service = "cases")
class AssignmentTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final UUID OFFICER = Persona.PROTECTION_OFFICER.staffId().orElseThrow();
  private static final UUID WORKER = Persona.SOCIAL_WORKER.staffId().orElseThrow();
  private static final UUID PSYCHOLOGIST = Persona.PSYCHOLOGIST.staffId().orElseThrow();

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

  @Test
  void theSupervisorGivesACaseOnWithAHandoverAndTheTasksGoWithIt() {
    String id = openCase(Persona.SOCIAL_WORKER, "Handover", NINE_YEARS);
    String before = Casework.etag(id);
    assign(Persona.SUPERVISOR, id, before, OFFICER, "")
        .then()
        .statusCode(422)
        .body("code", equalTo("handover-needed"));
    assign(Persona.SUPERVISOR, id, before, OFFICER, HANDOVER)
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(OFFICER.toString()))
        .body("previousOwnerId", equalTo(WORKER.toString()));
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("tasks.findAll { it.state == 'open' }.size()", equalTo(3));
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(403);
    assertThat(
            Backstage.texts(
                "select distinct owner_id from task where case_id = ?::uuid and state = 'open'",
                id))
        .containsExactly(OFFICER.toString());
    as(Persona.PROTECTION_OFFICER)
        .get("/v1/cases/" + id + "/owners")
        .then()
        .statusCode(200)
        .body("ownerId", equalTo(OFFICER.toString()))
        .body("changes.from", contains(WORKER.toString()))
        .body("changes[0].handover", containsString("aunt"));
    assertThat(
            Backstage.count(
                "select count(*) from owner_change where position('aunt'::bytea in handover) > 0"))
        .isZero();
    assertThat(Backstage.audit("ASSIGN_CASE", id)).hasSize(1);
    published(id);
  }

  private static void published(String id) {
    String type = "org.hifazat.cases.case-assigned.v1";
    Awaitility.await("the others are told")
        .until(() -> Topic.types(Topic.CASES, id).contains(type));
    Topic.read(Topic.CASES, id)
        .forEach(
            event -> EventContracts.load().assertPublishable(Topic.type(event), event.value()));
    assertThat(Topic.types(Topic.CASES, id)).contains("org.hifazat.cases.task-reassigned.v1");
  }

  @Test
  void aCaseThatWentThroughManyHandsTellsOfAllPageByPage() {
    String id = openCase(Persona.SOCIAL_WORKER, "Handed", NINE_YEARS);
    Backstage.execute(
        "insert into owner_change (id, case_id, to_owner, happened_at, recorded_at, assigned_by, open_cases, band)"
            + " select gen_random_uuid(), ?::uuid, gen_random_uuid(), now() - n / 2 * interval '1 minute', now(),"
            + " gen_random_uuid(), 0, 'normal' from generate_series(1, 21) n",
        id);
    Response first = as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/owners");
    String list = "/v1/cases/" + id + "/owner-changes?cursor=" + first.path("next");
    Response rest = as(Persona.SUPERVISOR).get(list);
    rest.then().statusCode(200).body("items", hasSize(1)).header("Link", nullValue());
    assertThat(
            Stream.concat(
                first.<List<String>>path("changes.id").stream(),
                rest.<List<String>>path("items.id").stream()))
        .hasSize(21)
        .doesNotHaveDuplicates();
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + openCase(Persona.SOCIAL_WORKER, "Other", NINE_YEARS) + "/owners")
        .then()
        .statusCode(200)
        .body("next", nullValue());
    as(Persona.SUPERVISOR)
        .get(
            "/v1/cases/"
                + openCase(Persona.SOCIAL_WORKER, "Another", NINE_YEARS)
                + "/owner-changes?cursor="
                + first.path("next"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cursor"));
    as(Persona.OTHER_UNIT_SUPERVISOR).get(list).then().statusCode(404);
    as(Persona.COLLEAGUE).get(list).then().statusCode(403);
  }

  @Test
  void nobodyElseAssignsAndNobodyIsAssignedWhoMayNotOwn() {
    String id = openCase(Persona.SOCIAL_WORKER, "Refused", NINE_YEARS);
    String etag = Casework.etag(id);
    UUID colleague = Persona.COLLEAGUE.staffId().orElseThrow();
    assign(Persona.SOCIAL_WORKER, id, etag, OFFICER, HANDOVER).then().statusCode(403);
    assign(Persona.OTHER_UNIT_SUPERVISOR, id, etag, OFFICER, HANDOVER).then().statusCode(404);
    refused(assign(id, colleague, HANDOVER), 409, "owner-not-certified");
    refused(assign(id, WORKER, HANDOVER), 409, "already-owner");
    refused(
        assign(id, Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow(), HANDOVER),
        422,
        "colleague-unknown");
    assertThat(Casework.etag(id)).isEqualTo(etag);
    assign(Persona.SUPERVISOR, id, etag, OFFICER, HANDOVER).then().statusCode(200);
    assign(Persona.SUPERVISOR, id, etag, PSYCHOLOGIST, HANDOVER).then().statusCode(412);
    Casework.putInto(id, "closed");
    refused(assign(id, WORKER, HANDOVER), 409, "case-closed");
    assertThat(Backstage.count("select count(*) from owner_change where case_id = ?::uuid", id))
        .isOne();
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  @Test
  void fromTwentyFiveOnAReasonAndFromThirtyOnTheCommission() {
    UUID worker = Assignments.workerWith(0, 24, 0);
    String[] ids = cases(4);
    Assignments.shippedLimits();
    assign(ids[0], worker, HANDOVER).then().statusCode(200).body("band", equalTo("warning"));
    refused(assign(ids[1], worker, HANDOVER), 409, "caseload-reason-needed");
    refused(Assignments.askCommission(Persona.SUPERVISOR, worker), 409, "exception-not-needed");
    assign(ids[1], worker, HANDOVER + REASON)
        .then()
        .statusCode(200)
        .body("openCases", equalTo(25))
        .body("band", equalTo("reason"));
    Assignments.give(worker, "low", 4);
    refused(assign(ids[2], worker, HANDOVER + REASON), 409, "caseload-approval-needed");
    Response asked = Assignments.askCommission(Persona.SUPERVISOR, worker);
    asked.then().statusCode(201).body("openCases", equalTo(30));
    refused(Assignments.askCommission(Persona.SUPERVISOR, worker), 409, "exception-pending");
    refused(assign(ids[2], worker, HANDOVER + REASON), 409, "caseload-approval-needed");
    String workerOnly = "/v1/caseload-exceptions?staffId=" + worker;
    as(Persona.SUPERVISOR)
        .get(workerOnly)
        .then()
        .body("items.id", contains(asked.<String>path("id")));
    as(Persona.COMMISSION_ADMIN).get(workerOnly).then().statusCode(403);
    answeredByTheCommission(asked.path("id"));
    assign(ids[2], worker, HANDOVER + REASON)
        .then()
        .statusCode(200)
        .body("band", equalTo("approval"));
    refused(assign(ids[3], worker, HANDOVER + REASON), 409, "caseload-approval-needed");
  }

  @Test
  void whoHasTooManyOpensAndReopensCasesThatASupervisorAnswersForUntilTheyHaveAnOwner() {
    String ended = openCase(Persona.SOCIAL_WORKER, "Fuller", NINE_YEARS);
    Casework.putInto(ended, "closed");
    int more = 25 - open(Persona.SOCIAL_WORKER);
    Assignments.give(WORKER, "low", Math.max(0, more));
    Assignments.shippedLimits();
    String id = openCase(Persona.SOCIAL_WORKER, "Full", NINE_YEARS);
    String supervisor = Persona.SUPERVISOR.staffId().orElseThrow().toString();
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .body("ownerId", equalTo(supervisor))
        .body("tasks.kind", hasItem("ownership-needed"));
    assertThat(unassigned(Persona.SUPERVISOR)).contains(id);
    refused(assign(id, WORKER, ""), 409, "caseload-reason-needed");
    Casework.reopen(Persona.SOCIAL_WORKER, ended, Casework.etag(ended), Instant.now())
        .then()
        .statusCode(200);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + ended)
        .then()
        .body("ownerId", equalTo(supervisor))
        .body("tasks.findAll { it.state == 'open' }.ownerId", everyItem(equalTo(supervisor)));
    assertThat(unassigned(Persona.SUPERVISOR)).contains(ended);
  }

  @Test
  void whereNobodyCanStandInWhoHasTooManyKeepsTheCaseTheyOpened() {
    Assignments.give(WORKER, "low", Math.max(0, 25 - open(Persona.SOCIAL_WORKER)));
    Assignments.shippedLimits();
    List<String> supervisors =
        Backstage.texts(
            "select staff_id::text from known_staff where active and 'supervisor' = any (roles)");
    supervisors.forEach(one -> active(one, "false"));
    try {
      String id = openCase(Persona.SOCIAL_WORKER, "Kept", NINE_YEARS);
      as(Persona.SOCIAL_WORKER)
          .get("/v1/cases/" + id)
          .then()
          .statusCode(200)
          .body("ownerId", equalTo(WORKER.toString()))
          .body("tasks.ownerId", everyItem(equalTo(WORKER.toString())));
    } finally {
      supervisors.forEach(one -> active(one, "true"));
    }
  }

  private static void active(String staff, String now) {
    Backstage.execute(
        "update known_staff set active = ?::boolean where staff_id = ?::uuid", now, staff);
  }

  private static int open(Persona persona) {
    return as(persona).get("/v1/my-day").path("caseload.open");
  }

  /** It reads numbers and no worker; the first answer counts. */
  private static void answeredByTheCommission(String asked) {
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/caseload-exceptions")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(asked))
        .body("items.staffId", everyItem(nullValue()));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/caseload-exceptions")
        .then()
        .body("items.id", not(hasItem(asked)));
    Assignments.decide(Persona.SUPERVISOR, asked, "approved").then().statusCode(403);
    Assignments.decide(Persona.COMMISSION_ADMIN, asked, "approved").then().statusCode(200);
    refused(
        Assignments.decide(Persona.COMMISSION_ADMIN, asked, "declined"), 409, "exception-decided");
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/caseload-exceptions?state=pending")
        .then()
        .body("items.id", not(hasItem(asked)));
  }

  private static String[] cases(int many) {
    return Stream.generate(() -> openCase(Persona.SOCIAL_WORKER, "Load", NINE_YEARS))
        .limit(many)
        .toArray(String[]::new);
  }

  @Test
  void twoCasesAtOnceDoNotSlipUnderTheLimit() throws Exception {
    UUID worker = Assignments.workerWith(0, 24, 0);
    String[] ids = cases(2);
    String[] etags = {Casework.etag(ids[0]), Casework.etag(ids[1])};
    Assignments.shippedLimits();
    List<Callable<Integer>> both =
        List.of(
            () -> assign(Persona.SUPERVISOR, ids[0], etags[0], worker, HANDOVER).statusCode(),
            () -> assign(Persona.SUPERVISOR, ids[1], etags[1], worker, HANDOVER).statusCode());
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Integer> answers = two.invokeAll(both).stream().map(AssignmentTest::answer).toList();
      assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }
  }

  static int answer(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theSupervisorSeesWhatEachWorkerHasByNumberAndByWeightSealedCasesToo() {
    String worker = Assignments.workerWith(2, 3, 4).toString();
    Backstage.execute(
        """
        update case_file set named_ids = array[owner_id]
         where id = (select id from case_file where owner_id = ?::uuid and risk_level = 'low' limit 1)""",
        worker);
    as(Persona.SUPERVISOR)
        .get("/v1/caseloads")
        .then()
        .statusCode(200)
        .body("items.find { it.staffId == '" + worker + "' }.open", equalTo(9))
        .body("items.find { it.staffId == '" + worker + "' }.weighted", equalTo(9))
        .body("items.find { it.staffId == '" + worker + "' }.mayOwn", equalTo(true))
        .body(
            "items.find { it.staffId == '"
                + Persona.COLLEAGUE.staffId().orElseThrow()
                + "' }.mayOwn",
            equalTo(false));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/caseloads")
        .then()
        .body("items.staffId", not(hasItem(worker)));
  }

  @Test
  void aCaseThatSomebodyStandsInForIsUnassignedUntilItHasAnOwner() {
    String id = openCase(Persona.COLLEAGUE, "Unassigned", NINE_YEARS);
    assertThat(unassigned(Persona.SUPERVISOR)).contains(id);
    assertThat(unassigned(Persona.OTHER_UNIT_SUPERVISOR)).doesNotContain(id);
    assign(id, OFFICER, "").then().statusCode(200);
    assertThat(unassigned(Persona.SUPERVISOR)).doesNotContain(id);
    assertThat(
            Backstage.texts(
                "select state from task where case_id = ?::uuid and kind = 'ownership-needed'", id))
        .containsExactly("done");
    String left = openCase(Persona.SOCIAL_WORKER, "Unassigned", NINE_YEARS);
    Backstage.execute("update case_file set owner_id = gen_random_uuid() where id = ?::uuid", left);
    assertThat(unassigned(Persona.SUPERVISOR)).contains(left);
  }

  private static List<String> unassigned(Persona persona) {
    return as(persona).get("/v1/unassigned-cases?limit=100").path("items.id");
  }

  @Test
  void theAssignedPsychologistReachesTheCaseAsTheirOwnAsLongAsItLasts() {
    String id = openCase(Persona.SOCIAL_WORKER, "Member", NINE_YEARS);
    as(Persona.PSYCHOLOGIST).get("/v1/cases/" + id).then().statusCode(404);
    refused(
        Assignments.addMember(Persona.SUPERVISOR, id, OFFICER, "psychologist"),
        422,
        "not-a-psychologist");
    refused(
        Assignments.addMember(Persona.SUPERVISOR, id, WORKER, "second-worker"),
        409,
        "already-owner");
    Response member = Assignments.addMember(Persona.SUPERVISOR, id, PSYCHOLOGIST, "psychologist");
    member.then().statusCode(201);
    refused(
        Assignments.addMember(Persona.SUPERVISOR, id, PSYCHOLOGIST, "second-worker"),
        409,
        "already-member");
    as(Persona.PSYCHOLOGIST).get("/v1/cases/" + id).then().statusCode(200);
    as(Persona.PSYCHOLOGIST)
        .get("/v1/cases?limit=100")
        .then()
        .body("items.find { it.id == '" + id + "' }.relation", equalTo("OWN"))
        .body("items.find { it.id == '" + id + "' }.displayName", equalTo("Member"));
    Assignments.endMember(Persona.PSYCHOLOGIST, id, member).then().statusCode(403);
    Assignments.endMember(Persona.SUPERVISOR, id, member).then().statusCode(200);
    as(Persona.PSYCHOLOGIST).get("/v1/cases/" + id).then().statusCode(404);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/members")
        .then()
        .statusCode(200)
        .body("items.until", everyItem(not(nullValue())));
    Awaitility.await("the others are told of both")
        .until(
            () ->
                Topic.types(Topic.CASES, id).stream()
                        .filter("org.hifazat.cases.case-members-changed.v1"::equals)
                        .count()
                    == 2);
  }
}
