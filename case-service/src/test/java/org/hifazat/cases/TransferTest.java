package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;
import static org.hifazat.cases.Requests.openCase;
import static org.hifazat.cases.Requests.word;
import static org.hifazat.cases.Transfers.MARDAN;
import static org.hifazat.cases.Transfers.OVERRIDE;
import static org.hifazat.cases.Transfers.accept;
import static org.hifazat.cases.Transfers.end;
import static org.hifazat.cases.Transfers.propose;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.cases.consent.LapseConsents;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Responsibility for a case moves when the other side accepts it, and not before. */
@HifazatTest(service = "cases")
class TransferTest {
  private static final String NINE_YEARS = "\"estimatedAgeYears\":9,\"ageBasis\":\"stated\"";
  private static final UUID RECEIVER = Persona.OTHER_UNIT_SUPERVISOR.staffId().orElseThrow();
  private static final UUID WORKER_THERE = Persona.OTHER_UNIT_SOCIAL_WORKER.staffId().orElseThrow();

  @Inject DataSource database;
  @Inject CallerContext callers;
  @Inject MutableClock clock;
  @Inject LapseConsents lapsing;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  private static String consented(String given) {
    String id = openCase(Persona.SOCIAL_WORKER, given, NINE_YEARS);
    Casework.consented(id);
    return id;
  }

  private static void refused(Response response, int status, String code) {
    response.then().statusCode(status).body("code", equalTo(code));
  }

  /** Rival's scenario 8, and more: before acceptance the receiver reads no name. */
  @Test
  void responsibilityMovesOnAcceptanceWithTheWholeFileAndTheSenderKeepsTheStub() {
    String id = consented("Sherin");
    Casework.request(Persona.SOCIAL_WORKER, id, "registration").then().statusCode(201);
    Response proposed = propose(Persona.SOCIAL_WORKER, id, MARDAN, "");
    proposed.then().statusCode(201).body("state", equalTo("pending"));
    String transfer = proposed.path("id");
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(200);
    theReceiverDecidesWithoutAName(id, transfer);
    Casework.nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("nextSteps.find { it.step == 'close' }.blockers.code", hasItem("transfer-pending"));
    accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, ",\"ownerId\":\"" + WORKER_THERE + "\"")
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"))
        .body("caseId", equalTo(id));
    theFileIsThere(id);
    theSenderKeepsTheStub(id, transfer);
    told(id);
  }

  private static void theReceiverDecidesWithoutAName(String id, String transfer) {
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).then().statusCode(404);
    Response summary = as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/transfers/" + transfer);
    summary
        .then()
        .statusCode(200)
        .body("content.ageBand", equalTo("6-11"))
        .body("content.request", equalTo("Moved to an invented uncle."))
        .body("caseId", nullValue());
    assertThat(summary.asString()).doesNotContain("Sherin", "Father", "House", "0300-0000");
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/transfers?limit=100")
        .then()
        .body("items.id", hasItem(transfer));
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/transfers/" + transfer).then().statusCode(403);
  }

  private static void theFileIsThere(String id) {
    as(Persona.OTHER_UNIT_SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .statusCode(200)
        .body("child.names.given", equalTo("Sherin"))
        .body("consents.size()", greaterThan(0))
        .body("districtCode", equalTo("mardan"))
        .body("tasks.size()", equalTo(3));
    String report =
        as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).path("concernReportId");
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/concern-reports/" + report).then().statusCode(200);
    as(Persona.SOCIAL_WORKER).get("/v1/concern-reports/" + report).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + id + "/owners")
        .then()
        .body("changes.to", contains(WORKER_THERE.toString()));
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + id + "/approvals")
        .then()
        .body("items.state", contains("withdrawn"));
  }

  private void theSenderKeepsTheStub(String id, String transfer) {
    for (Persona persona : List.of(Persona.SOCIAL_WORKER, Persona.SUPERVISOR)) {
      as(persona).get("/v1/cases/" + id).then().statusCode(404);
      as(persona).get("/v1/cases?limit=100").then().body("items.id", not(hasItem(id)));
    }
    Response stub = as(Persona.SUPERVISOR).get("/v1/transfers/" + transfer);
    stub.then()
        .statusCode(200)
        .body("toDistrictCode", equalTo("mardan"))
        .body("content", nullValue())
        .body("caseId", nullValue());
    assertThat(stub.asString()).doesNotContain("uncle", id);
    Database app = new Database(database, callers);
    for (String table :
        List.of("case_file", "task", "consent", "approval", "owner_change", "timeline_entry")) {
      String key = table.equals("case_file") ? "id" : "case_id";
      assertThat(
              app.seen(
                  Database.caller(Persona.SUPERVISOR),
                  "select count(*) from " + table + " where " + key + " = '" + id + "'"))
          .as(table)
          .isZero();
    }
    assertThat(
            app.seen(
                Database.caller(Persona.SUPERVISOR),
                "select count(*) from case_transfer_content where transfer_id = '"
                    + transfer
                    + "'"))
        .isZero();
  }

  private static void told(String id) {
    String type = "org.hifazat.cases.case-transferred.v1";
    Awaitility.await("the others are told")
        .until(() -> Topic.types(Topic.CASES, id).contains(type));
    Topic.read(Topic.CASES, id)
        .forEach(
            event -> EventContracts.load().assertPublishable(Topic.type(event), event.value()));
  }

  @Test
  void onlyTheReceivingUnitsSupervisorAnswersAndADeclineMovesNothing() {
    String id = consented("Declined");
    Response proposed = propose(Persona.SUPERVISOR, id, MARDAN, "");
    String transfer = proposed.path("id");
    accept(Persona.SUPERVISOR, proposed, "").then().statusCode(403);
    accept(Persona.SOCIAL_WORKER, proposed, "").then().statusCode(403);
    accept(Persona.OTHER_UNIT_SOCIAL_WORKER, proposed, "").then().statusCode(403);
    Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted")
        .then()
        .statusCode(409)
        .body("code", equalTo("transfer-inside"));
    end(Persona.OTHER_UNIT_SUPERVISOR, proposed, "withdrawal").then().statusCode(403);
    end(Persona.OTHER_UNIT_SUPERVISOR, proposed, "decline").then().statusCode(200);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).then().statusCode(404);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id + "/transfers")
        .then()
        .statusCode(200)
        .body("items.state", contains("declined"))
        .body("items[0].content.answer", equalTo("The invented uncle said no."));
    assertThat(
            Backstage.texts(
                "select kind from timeline_entry where case_id = ?::uuid and kind like 'transfer%'"
                    + " order by recorded_at",
                id))
        .containsExactly("transfer-proposed", "transfer-declined");
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, ""), 409, "transfer-not-pending");
  }

  @Test
  void aWithdrawnTransferCannotBeAcceptedLaterAndThereIsOneAtATime() {
    String id = consented("Withdrawn");
    Response first = propose(Persona.SOCIAL_WORKER, id, MARDAN, "");
    refused(propose(Persona.SUPERVISOR, id, MARDAN, ""), 409, "transfer-pending");
    end(Persona.SOCIAL_WORKER, first, "withdrawal").then().statusCode(200);
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, first, ""), 409, "transfer-not-pending");
    Response second = propose(Persona.SOCIAL_WORKER, id, MARDAN, "");
    second.then().statusCode(201);
    Casework.putInto(id, "closed");
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, second, ""), 409, "case-closed");
    refused(propose(Persona.SUPERVISOR, id, MARDAN, ""), 409, "case-closed");
    assertThat(Backstage.texts("select unit_id from case_file where id = ?::uuid", id))
        .containsExactly(Persona.PESHAWAR);
  }

  @Test
  void withoutConsentOnlyASupervisorMovesAFileAndSaysWhy() {
    String id = openCase(Persona.SOCIAL_WORKER, "Consent", NINE_YEARS);
    refused(propose(Persona.SOCIAL_WORKER, id, MARDAN, ""), 409, "transfer-consent-missing");
    refused(
        propose(Persona.SOCIAL_WORKER, id, MARDAN, OVERRIDE), 409, "transfer-override-not-yours");
    String nowhere = "\"kind\":\"unit\",\"toDistrictCode\":\"%s\"";
    refused(
        propose(Persona.SUPERVISOR, id, nowhere.formatted("torghar"), OVERRIDE),
        409,
        "district-without-unit");
    refused(
        propose(Persona.SUPERVISOR, id, nowhere.formatted("peshawar"), OVERRIDE),
        422,
        "transfer-to-own-unit");
    refused(
        propose(Persona.SUPERVISOR, id, nowhere.formatted("atlantis"), OVERRIDE),
        422,
        "district-unknown");
    Response proposed = propose(Persona.SUPERVISOR, id, MARDAN, OVERRIDE);
    proposed.then().statusCode(201);
    accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, "").then().statusCode(200);
    as(Persona.OTHER_UNIT_SUPERVISOR)
        .get("/v1/cases/" + id)
        .then()
        .body("ownerId", equalTo(RECEIVER.toString()))
        .body("tasks.kind", hasItem("ownership-needed"));
  }

  @Test
  void aCaseThatLeavesTheProvinceEndsWhenTheOtherSideHasItInWriting() {
    String id = consented("Leaving");
    String outside =
        "\"kind\":\"cross-province\",\"outsideBody\":\"Invented Bureau of another province\"";
    refused(
        propose(Persona.SUPERVISOR, id, "\"kind\":\"agency-exit\"", ""),
        422,
        "transfer-body-needed");
    Response proposed = propose(Persona.SUPERVISOR, id, outside, "");
    proposed.then().statusCode(201);
    accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, "").then().statusCode(404);
    String transfer = proposed.path("id");
    Transfers.answeredOutside(Persona.SOCIAL_WORKER, transfer, "\"v0\"", "accepted")
        .then()
        .statusCode(403);
    refused(
        Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted"),
        409,
        "hand-over-consent-missing");
    refused(handOver(id, "child", ""), 422, "hand-over-unknown");
    refused(handOver(id, "child", ofTransfer(UUID.randomUUID())), 422, "hand-over-unknown");
    handOver(id, "child", ofTransfer(transfer)).then().statusCode(201);
    handOver(id, "caregiver", ofTransfer(transfer)).then().statusCode(201);
    Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted")
        .then()
        .statusCode(200)
        .body("content.handedOver", contains("summary", "consents"));
    as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/episodes").then().statusCode(200);
    assertThat(
            Backstage.texts(
                "select reason from case_closure where case_id = ?::uuid and state = 'closed'", id))
        .containsExactly("transferred-out-accepted");
    as(Persona.SUPERVISOR).get("/v1/cases/" + id).then().body("state", equalTo("closed"));
  }

  private static Response handOver(String id, String giver, String more) {
    return consent(Persona.SUPERVISOR, id, consent("hand-over", giver, Instant.now(), more));
  }

  private static String ofTransfer(Object transfer) {
    return ",\"transferId\":\"" + transfer + "\"";
  }

  @Test
  void whenTheAgencyGivesItsCasesUpTheGatesOfAnyClosingHold() {
    String id = openCase(Persona.SOCIAL_WORKER, "Exit", NINE_YEARS);
    Casework.assessed(id, "high", Instant.now());
    String exit = "\"kind\":\"agency-exit\",\"outsideBody\":\"Invented Trust\"";
    String byOrder = OVERRIDE.replace("immediate-danger", "court-order");
    refused(propose(Persona.SUPERVISOR, id, exit, byOrder), 409, "order-not-in-force");
    Papers.order(
            Persona.SUPERVISOR,
            id,
            Papers.order("transfer-of-case", KarachiTime.day(Instant.now()), ""))
        .then()
        .statusCode(201);
    Response proposed = propose(Persona.SUPERVISOR, id, exit, byOrder);
    proposed.then().statusCode(201).body("kind", equalTo("agency-exit"));
    Instant now = Instant.now();
    Papers.missing(Persona.SUPERVISOR, id, now, now).then().statusCode(201);
    String transfer = proposed.path("id");
    Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted")
        .then()
        .statusCode(409)
        .body("code", equalTo("step-blocked"))
        .body("errors.findAll { it.pointer == '/step' }.code", contains("child-missing"))
        .body("errors.findAll { it.pointer == '/overrideReason' }.code", hasItem("open-high-risk"))
        .body("errors.findAll { it.pointer == '/overrideReason' }.code", hasItem("active-order"))
        .body("errors.code", not(hasItem("transfer-pending")));
    String passed = ",\"overrideReason\":\"The invented trust sees the child today.\"";
    Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted", passed)
        .then()
        .statusCode(409)
        .body("errors.code", contains("child-missing"));
    Backstage.execute("delete from missing_child where case_id = ?::uuid", id);
    as(Persona.SUPERVISOR)
        .get("/v1/transfers/" + transfer)
        .then()
        .body("state", equalTo("pending"));
    Transfers.answeredOutside(Persona.SUPERVISOR, transfer, "\"v0\"", "accepted", passed)
        .then()
        .statusCode(200)
        .body("state", equalTo("accepted"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .statusCode(200)
        .body("closures[0].reason", equalTo("transferred-out-accepted"))
        .body("closures[0].overridden", hasItem("open-high-risk"))
        .body("closures[0].overrideReason", equalTo("The invented trust sees the child today."));
  }

  @Test
  void consentThatEndsStopsAPendingTransferAndAcceptanceAsksAgain() {
    String id = consented("Ended");
    Response proposed = propose(Persona.SOCIAL_WORKER, id, MARDAN, "");
    String said = word("case-management", "caregiver", Instant.now(), "");
    consent(Persona.SOCIAL_WORKER, id, said.replace("given\"", "withdrawn\""))
        .then()
        .statusCode(201);
    as(Persona.SUPERVISOR)
        .get("/v1/transfers/" + proposed.path("id"))
        .then()
        .body("state", equalTo("withdrawn"))
        .body("endCode", equalTo("consent-ended"));
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, ""), 409, "transfer-not-pending");
    refused(propose(Persona.SOCIAL_WORKER, id, MARDAN, ""), 409, "transfer-consent-missing");
    LocalDate tomorrow = KarachiTime.day(Instant.now()).plusDays(1);
    consent(
            Persona.SOCIAL_WORKER,
            id,
            consent(
                "case-management",
                "caregiver",
                Instant.now(),
                ",\"expiresOn\":\"" + tomorrow + "\""))
        .then()
        .statusCode(201);
    Response again = propose(Persona.SOCIAL_WORKER, id, MARDAN, "");
    again.then().statusCode(201);
    clock.advance(Duration.ofDays(2));
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, again, ""), 409, "transfer-consent-missing");
    lapsing.lapseAll();
    refused(accept(Persona.OTHER_UNIT_SUPERVISOR, again, ""), 409, "transfer-not-pending");
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id).then().statusCode(404);
    as(Persona.SOCIAL_WORKER).get("/v1/cases/" + id).then().statusCode(200);
  }

  @Test
  void ofTwoAnswersAtOnceOneCounts() throws Exception {
    String id = consented("Race");
    Response proposed = propose(Persona.SUPERVISOR, id, MARDAN, "");
    assertThat(
            race(
                () -> accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, "").statusCode(),
                () -> accept(Persona.OTHER_UNIT_SUPERVISOR, proposed, "").statusCode()))
        .containsExactlyInAnyOrder(200, 409);
    String other = consented("Race");
    Response another = propose(Persona.SUPERVISOR, other, MARDAN, "");
    assertThat(
            race(
                () -> accept(Persona.OTHER_UNIT_SUPERVISOR, another, "").statusCode(),
                () -> end(Persona.SUPERVISOR, another, "withdrawal").statusCode()))
        .containsExactlyInAnyOrder(200, 409);
  }

  private static List<Integer> race(Callable<Integer> one, Callable<Integer> other)
      throws InterruptedException {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      return two.invokeAll(List.of(one, other)).stream().map(AssignmentTest::answer).toList();
    }
  }
}
