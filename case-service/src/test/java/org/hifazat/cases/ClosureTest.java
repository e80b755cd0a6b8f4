package org.hifazat.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.cases.Casework.assessed;
import static org.hifazat.cases.Casework.assessedCase;
import static org.hifazat.cases.Casework.closed;
import static org.hifazat.cases.Casework.decideClosure;
import static org.hifazat.cases.Casework.etag;
import static org.hifazat.cases.Casework.nextSteps;
import static org.hifazat.cases.Casework.opened;
import static org.hifazat.cases.Casework.propose;
import static org.hifazat.cases.Casework.putInto;
import static org.hifazat.cases.Casework.reopen;
import static org.hifazat.cases.Casework.request;
import static org.hifazat.cases.Casework.step;
import static org.hifazat.cases.Requests.as;
import static org.hifazat.cases.Requests.consent;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.ContractFilter;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a case ends, what keeps it open, and how it begins again (acceptance scenarios 15, 16). */
@HifazatTest(service = "cases")
class ClosureTest {
  private static final String OVERRIDE =
      ",\"overrideReason\":\"The invented grandmother has taken the child in.\"";
  private static final String PREFIX = "org.hifazat.cases.";

  @Inject DataSource database;
  @Inject MutableClock clock;

  @BeforeEach
  void begin() {
    RestAssured.replaceFiltersWith(new ContractFilter("case-service"));
    Directory.known(database);
  }

  @Test
  void aCaseEndsWhenTheSupervisorApprovesWhatTheWorkerProposed() {
    String id = assessedCase("Jahan", "low");
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", ",\"goals\":\"partly-met\"")
        .then()
        .statusCode(201)
        .body("state", equalTo("proposed"));
    nextSteps(Persona.SOCIAL_WORKER, id).then().body("state", equalTo("assessed"));
    decideClosure(Persona.SUPERVISOR, id, "approved", "").then().statusCode(200);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("state", equalTo("closed"))
        .body("nextDeadline.kind", equalTo("post-closure-check"))
        .body("nextSteps.step", contains("reopen"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body("tasks.findAll { it.state == 'open' }.kind", contains("post-closure-check"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .body("closures[0].state", equalTo("closed"))
        .body("closures[0].summary", equalTo("The invented family was visited again."))
        .body("closures[0].overridden", empty());
    isPublished(id, "case-closed");
  }

  @Test
  void endsThatWereManyAreReadPageByPage() {
    String id = assessedCase("Jahan", "low");
    Backstage.execute(
        "insert into case_closure (id, case_id, episode, reason, state, child_informed, caregiver_informed, attempts, proposed_by, happened_at, recorded_at, overridden, version)"
            + " select gen_random_uuid(), ?::uuid, 1, 'court-discharged', 'withdrawn', true, true, '{}',"
            + " gen_random_uuid(), now(), now() - n / 2 * interval '1 day', '{}', 0 from generate_series(1, 21) n",
        id);
    Response first = as(Persona.SUPERVISOR).get("/v1/cases/" + id + "/episodes");
    first.then().statusCode(200).body("closures", hasSize(20)).body("next.reopenings", nullValue());
    String closures = "/v1/cases/" + id + "/closures?cursor=" + first.path("next.closures");
    Response rest = as(Persona.SUPERVISOR).get(closures);
    rest.then().statusCode(200).body("items", hasSize(1)).header("Link", nullValue());
    assertThat(first.<List<String>>path("closures.id"))
        .doesNotHaveDuplicates()
        .doesNotContain(rest.<String>path("items[0].id"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/reopenings?cursor=" + first.path("next.closures"))
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cursor"));
    as(Persona.COLLEAGUE).get(closures).then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(closures).then().statusCode(404);
  }

  @Test
  void openHighRiskAndOpenReferralsKeepTheCaseOpenUnlessASupervisorSaysWhyNot() {
    String id = assessedCase("Jalal", "high");
    String referral = UUID.randomUUID().toString();
    referral(referral, id, 1, "referral-requested", "");
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", "").then().statusCode(201);
    String approval =
        as(Persona.SUPERVISOR)
            .get("/v1/cases/" + id + "/approvals")
            .path("items.find { it.kind == 'closure' }.id");
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/approvals/" + approval)
        .then()
        .body("blockers.code", hasItems("open-high-risk", "open-referral"))
        .body("blockers.find { it.code == 'open-referral' }.subjectId", equalTo(referral));
    Map<String, Long> before = Backstage.rows();
    decideClosure(Persona.SUPERVISOR, id, "approved", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("step-blocked"))
        .body("errors.code", hasItems("open-high-risk", "open-referral"));
    assertThat(Backstage.rows()).isEqualTo(before);
    decideClosure(Persona.SUPERVISOR, id, "approved", OVERRIDE).then().statusCode(200);
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .body("closures[0].overridden", hasItems("open-high-risk", "open-referral"))
        .body(
            "closures[0].overrideReason",
            equalTo("The invented grandmother has taken the child in."));
  }

  @Test
  void aReferralThatIsDoneKeepsNoCaseOpenAndAnOlderEventDoesNotOpenItAgain() {
    String id = assessedCase("Jamal", "low");
    String referral = UUID.randomUUID().toString();
    referral(referral, id, 1, "referral-requested", "");
    blockersOfClosing(id, hasItem("open-referral"));
    referral(referral, id, 4, "referral-moved", "completed");
    blockersOfClosing(id, not(hasItem("open-referral")));
    referral(referral, id, 2, "referral-moved", "accepted");
    blockersOfClosing(id, not(hasItem("open-referral")));
  }

  private static void blockersOfClosing(
      String id, org.hamcrest.Matcher<? super java.util.List<String>> matcher) {
    nextSteps(Persona.SUPERVISOR, id)
        .then()
        .body("nextSteps.find { it.step == 'close' }.blockers.code", matcher);
  }

  @Test
  void eachReasonAsksForWhatItNeeds() {
    String id = assessedCase("Javed", "medium");
    missing(id, "goals-met", "", "review-of-plan-needed", "approved-plan-needed");
    missing(id, "child-18-prepared", "", "review-of-plan-needed", "not-of-age");
    missing(id, "family-withdrew-safe", "", "risk-too-high");
    missing(id, "deceased", "", "incident-review-needed");
    for (String notTheirs : new String[] {"duplicate-merged", "transferred-out-accepted", "x"}) {
      propose(Persona.SOCIAL_WORKER, id, notTheirs, "")
          .then()
          .statusCode(422)
          .body("code", equalTo("code-unknown"));
    }
  }

  static void missing(String id, String reason, String more, String... codes) {
    propose(Persona.SOCIAL_WORKER, id, reason, more)
        .then()
        .statusCode(409)
        .body("code", equalTo("closure-rule"))
        .body("errors.code", containsInAnyOrder(codes));
  }

  @Test
  void turningEighteenEndsNoCaseByItselfAndIsSeenInItsHeader() {
    LocalDate birth = KarachiTime.day(clock.instant()).plusDays(99).minusYears(18);
    String id =
        Requests.openCase(Persona.SOCIAL_WORKER, "Jehan", "\"birthDate\":\"" + birth + "\"");
    nextSteps(Persona.SOCIAL_WORKER, id).then().body("warnings.code", hasItem("of-age-soon"));
    clock.stopAt(
        birth.plusYears(18).plusDays(2).atStartOfDay(KarachiTime.ZONE).plusHours(13).toInstant());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("state", equalTo("identified"))
        .body("warnings.code", hasItem("of-age"));
  }

  @Test
  void aRejectedProposalLeavesTheCaseOpenAndAnotherMayBeMade() {
    String id = assessedCase("Junaid", "low");
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", "").then().statusCode(201);
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", "")
        .then()
        .statusCode(409)
        .body("code", equalTo("approval-pending"));
    decideClosure(Persona.SUPERVISOR, id, "rejected", ",\"comment\":\"Visit once more, please.\"")
        .then()
        .statusCode(200);
    nextSteps(Persona.SOCIAL_WORKER, id).then().body("state", equalTo("assessed"));
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", "").then().statusCode(201);
  }

  @Test
  void scenario15TheStateIsWhatWasDoneAndReopeningBeginsTheNextEpisode() {
    String id = assessedCase("Kabir", "medium");
    String number = nextSteps(Persona.SOCIAL_WORKER, id).path("number");
    putInto(id, "under-review");
    Plans.review(Persona.SOCIAL_WORKER, id, Instant.now(), "").then().statusCode(201);
    propose(Persona.SOCIAL_WORKER, id, "court-discharged", ",\"goals\":\"met\"")
        .then()
        .statusCode(201);
    decideClosure(Persona.SUPERVISOR, id, "approved", "").then().statusCode(200);
    reopen(Persona.SOCIAL_WORKER, id, etag(id), Instant.now())
        .then()
        .statusCode(200)
        .body("state", equalTo("identified"))
        .body("episode", equalTo(2))
        .body("riskLevel", nullValue());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("number", equalTo(number))
        .body("nextDeadline.kind", equalTo("initial-assessment"))
        .body("steps.step", contains("assess", "close", "reopen"))
        .body(
            "nextSteps.find { it.step == 'assess' }.blockers.code",
            containsInAnyOrder(
                "risk-not-set", "comprehensive-assessment-needed", "registration-not-approved"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + id)
        .then()
        .body(
            "tasks.findAll { it.state == 'open' }.kind",
            contains("initial-assessment", "comprehensive-assessment", "case-plan"));
    as(Persona.SUPERVISOR)
        .get("/v1/cases/" + id + "/episodes")
        .then()
        .body("reopenings[0].episode", equalTo(2))
        .body("reopenings[0].explanation", equalTo("An invented neighbour called again."));
    isPublished(id, "case-reopened");
  }

  /**
   * A deliberate difference from other systems, which reopen a case when something is added to it:
   * here whoever adds reopens it first and says why.
   */
  @Test
  void scenario16NothingIsAddedToAClosedCaseAndNothingReopensItSilently() {
    String id = assessedCase("Kamal", "low");
    closed(id);
    Map<String, Long> before = Backstage.rows();
    isRefused(consent(Persona.SOCIAL_WORKER, id, consent("photo", "caregiver", Instant.now(), "")));
    isRefused(request(Persona.SOCIAL_WORKER, id, "registration"));
    isRefused(propose(Persona.SOCIAL_WORKER, id, "court-discharged", ""));
    isRefused(step(Persona.SOCIAL_WORKER, id, "plan", Instant.now()));
    assertThat(Backstage.rows()).isEqualTo(before);
    assessed(id, "high", Instant.now());
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("state", equalTo("closed"))
        .body("episode", equalTo(1))
        .body("riskLevel", equalTo("low"));
    reopen(Persona.SOCIAL_WORKER, id, etag(id), Instant.now()).then().statusCode(200);
    consent(Persona.SOCIAL_WORKER, id, consent("photo", "caregiver", Instant.now(), ""))
        .then()
        .statusCode(201);
  }

  @Test
  void scenario16ConsentIsWithdrawnFromAClosedCaseToo() {
    String id = assessedCase("Karam", "low");
    closed(id);
    consent(
            Persona.SOCIAL_WORKER,
            id,
            """
            {"purpose":"case-management","decision":"withdrawn","givenBy":"caregiver","method":"oral",
             "language":"ps","happenedAt":"%s"}"""
                .formatted(Instant.now()))
        .then()
        .statusCode(201);
    nextSteps(Persona.SOCIAL_WORKER, id).then().body("state", equalTo("closed"));
  }

  private static void isRefused(Response response) {
    response.then().statusCode(409).body("code", equalTo("case-closed"));
  }

  @Test
  void onlyAClosedCaseIsReopenedByWhoMayAndWithAReason() {
    String id = opened("Kashif");
    reopen(Persona.SOCIAL_WORKER, id, etag(id), Instant.now())
        .then()
        .statusCode(409)
        .body("code", equalTo("case-not-closed"));
    closed(id);
    String etag = etag(id);
    reopen(Persona.COLLEAGUE, id, etag, Instant.now()).then().statusCode(403);
    reopen(Persona.OTHER_UNIT_SUPERVISOR, id, etag, Instant.now()).then().statusCode(404);
    reopen(Persona.SOCIAL_WORKER, id, "\"v99\"", Instant.now()).then().statusCode(412);
    reopen(Persona.SOCIAL_WORKER, id, etag, Instant.now().minus(Duration.ofDays(3)))
        .then()
        .statusCode(422)
        .body("code", equalTo("before-last-step"));
    as(Persona.SOCIAL_WORKER)
        .header("If-Match", etag)
        .body(
            "{\"happenedAt\":\"%s\",\"reason\":\"boredom\",\"explanation\":\"Ten letters and more.\"}"
                .formatted(Instant.now()))
        .post("/v1/cases/" + id + "/reopening")
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    reopen(Persona.SUPERVISOR, id, etag, Instant.now()).then().statusCode(200);
  }

  @Test
  void anAssessmentFromBeforeTheReopeningSaysNothingOfTheNewEpisode() {
    String id = assessedCase("Khalid", "low");
    Instant earlier = Instant.now();
    closed(id);
    reopen(Persona.SOCIAL_WORKER, id, etag(id), Instant.now()).then().statusCode(200);
    assessed(id, "high", earlier);
    nextSteps(Persona.SOCIAL_WORKER, id)
        .then()
        .body("riskLevel", nullValue())
        .body("nextDeadline.kind", equalTo("initial-assessment"));
  }

  @Test
  void theWordsOfAClosureAreReadByTheReadersOfTheCaseAloneAndStoredEncrypted() {
    String id = assessedCase("Khurram", "low");
    closed(id);
    as(Persona.COLLEAGUE).get("/v1/cases/" + id + "/episodes").then().statusCode(403);
    as(Persona.OTHER_UNIT_SUPERVISOR).get("/v1/cases/" + id + "/episodes").then().statusCode(404);
    assertThat(
            Backstage.count(
                "select count(*) from case_closure where case_id = ?::uuid and"
                    + " position('invented'::bytea in summary) > 0",
                id))
        .isZero();
  }

  @Test
  void theReasonsAWorkerMayChooseComeWithTheirRules() {
    as(Persona.SOCIAL_WORKER)
        .get("/v1/closure-reasons")
        .then()
        .statusCode(200)
        .body("items", hasSize(8))
        .body("items.code", not(hasItem("duplicate-merged")))
        .body("items.find { it.code == 'relocated-untraceable' }.minAttempts", equalTo(3))
        .body("items.find { it.code == 'deceased' }.reviewRequired", equalTo(true));
    as(Persona.COMMISSION_MONITOR).get("/v1/closure-reasons").then().statusCode(403);
  }

  private static void isPublished(String caseId, String name) {
    Awaitility.await(name)
        .until(() -> Topic.types(Topic.CASES, caseId).contains(PREFIX + name + ".v1"));
    Topic.read(Topic.CASES, caseId).stream()
        .filter(record -> Topic.type(record).equals(PREFIX + name + ".v1"))
        .forEach(
            record ->
                EventContracts.load()
                    .assertPublishable(
                        PREFIX + name + ".v1", new String(record.value(), StandardCharsets.UTF_8)));
  }

  private static void referral(
      String referral, String caseId, long version, String name, String to) {
    UUID event = UUID.randomUUID();
    String body =
        name.equals("referral-requested")
            ? """
            "unitId":"%s","serviceCategory":"legal-aid","priority":"high","authoredAt":"2026-11-20T06:00:00Z",
             "respondBy":"2026-11-21T06:00:00Z","completeBy":"2026-11-28T06:00:00Z\""""
                .formatted(Persona.PESHAWAR)
            : "\"from\":\"requested\",\"to\":\"%s\",\"at\":\"2026-11-20T07:00:00Z\"".formatted(to);
    Events.send(
        "hifazat.referrals.v1",
        "org.hifazat.referrals." + name + ".v1",
        referral,
        version,
        event,
        """
        {"referralId":"%s","caseId":"%s","districtCode":"peshawar","agencyId":"%s",%s}"""
            .formatted(referral, caseId, Persona.LEGAL_AID, body));
    Casework.applied(event);
  }
}
