package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agency's side of a referral. */
@HifazatTest(service = "referrals")
class PartnerTest {
  private final MutableClock clock;

  PartnerTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @ParameterizedTest
  @EnumSource(
      value = Persona.class,
      names = {"PARTNER_SYSTEM", "PARTNER_WORKER"})
  void anAgencyReadsAcceptsStartsAndCompletesWhatIsAddressedToIt(Persona partner) {
    Sent sent = sent();
    as(partner)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .statusCode(200)
        .header("ETag", "\"v0\"")
        .body("packet", nullValue())
        .body("caseId", nullValue())
        .body("unitId", nullValue());
    Response accepted = step(partner, sent, "acceptance", at(LATER));
    accepted
        .then()
        .statusCode(200)
        .header("ETag", "\"v1\"")
        .body("status", equalTo("accepted"))
        .body("packet.requestText", equalTo("Counsel for the hearing about custody"));
    Response started = step(partner, sent.id(), accepted.header("ETag"), "start", at(LATER));
    started.then().statusCode(200).body("status", equalTo("in-progress"));
    Response held =
        step(partner, sent.id(), started.header("ETag"), "hold", because(LATER, "at-capacity"));
    held.then()
        .statusCode(200)
        .body("status", equalTo("on-hold"))
        .body("statusCode", equalTo("at-capacity"));
    Response resumed = step(partner, sent.id(), held.header("ETag"), "start", at(LATER));
    resumed.then().statusCode(200).body("statusCode", nullValue());
    step(
            partner,
            sent.id(),
            resumed.header("ETag"),
            "completion",
            outcome(LATER, "partly-provided"))
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + sent.id())
        .then()
        .body("outcome.code", equalTo("partly-provided"))
        .body("outcome.text", equalTo("The court heard the child"))
        .body("outcome.at", equalTo(LATER.toString()))
        .body(
            "history.to",
            contains("requested", "accepted", "in-progress", "on-hold", "in-progress", "completed"))
        .body(
            "history.by", contains("requester", "target", "target", "target", "target", "target"));
    assertThat(Backstage.audit("PARTNER_ANSWER_REFERRAL", sent.id()))
        .containsExactly(
            "performed accepted",
            "performed in-progress",
            "performed on-hold",
            "performed in-progress",
            "performed completed");
  }

  @Test
  void aRejectionOrAFailureCarriesItsReasonToTheSender() {
    Sent rejected =
        answered(sent(), "rejection", because(LATER, "other", "The lawyer is a relative"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + rejected.id())
        .then()
        .body("status", equalTo("rejected"))
        .body("statusCode", equalTo("other"))
        .body("statusReason", equalTo("The lawyer is a relative"));
    Sent failed =
        answered(
            answered(sent(), "acceptance", at(LATER)), "failure", because(LATER, "cannot-locate"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + failed.id())
        .then()
        .body("status", equalTo("failed"))
        .body("statusCode", equalTo("cannot-locate"))
        .body("statusReason", nullValue());
  }

  @ParameterizedTest
  @EnumSource(
      value = Persona.class,
      names = {"OTHER_PARTNER_SYSTEM", "OTHER_PARTNER_WORKER"})
  void anotherAgencyIsToldThatThereIsNoSuchReferral(Persona other) {
    Sent sent = sent();
    String path = "/partner/v1/referrals/" + sent.id();
    as(other).get(path).then().statusCode(404).body("code", equalTo("not-found"));
    step(other, sent, "acceptance", at(LATER)).then().statusCode(404);
    as(other)
        .get("/partner/v1/referrals?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", not(hasItem(sent.id())));
    assertThat(Backstage.audit("PARTNER_VIEW_REFERRAL", sent.id())).contains("refused not-found");
  }

  @Test
  void aDraftIsNobodysButTheSenders() {
    Sent sent = sent();
    Backstage.put(sent.id(), "draft");
    as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + sent.id()).then().statusCode(404);
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals?limit=100")
        .then()
        .body("items.id", not(hasItem(sent.id())));
    as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + sent.id()).then().statusCode(200);
  }

  @Test
  void staffDoNotAnswerForAnAgencyAndAgenciesDoNotActAsStaff() {
    Sent sent = sent();
    for (Persona staff :
        new Persona[] {
          Persona.SOCIAL_WORKER,
          Persona.PROTECTION_OFFICER,
          Persona.PSYCHOLOGIST,
          Persona.SUPERVISOR
        }) {
      as(staff).get("/partner/v1/referrals").then().statusCode(403);
      as(staff).get("/partner/v1/referrals/" + sent.id()).then().statusCode(403);
      as(staff)
          .header("If-Match", sent.etag())
          .body(Requests.json(at(LATER)))
          .post("/partner/v1/referrals/" + sent.id() + "/acceptance")
          .then()
          .statusCode(403);
    }
    for (Persona partner : new Persona[] {Persona.PARTNER_SYSTEM, Persona.PARTNER_WORKER}) {
      as(partner).get("/v1/services").then().statusCode(403);
      as(partner).get("/v1/referrals/" + sent.id()).then().statusCode(403);
      as(partner).get("/v1/cases/" + sent.caseId() + "/referrals").then().statusCode(403);
      Requests.refer(partner, Requests.referral(sent.caseId())).then().statusCode(403);
      for (String step : new String[] {"cancellation", "loop-closure"}) {
        as(partner)
            .header("If-Match", sent.etag())
            .body(Requests.json(because(LATER, "other")))
            .post("/v1/referrals/" + sent.id() + "/" + step)
            .then()
            .statusCode(403);
      }
    }
  }

  @Test
  void withoutAGoodTokenThereIsNothing() {
    String path = "/partner/v1/referrals";
    for (String token : new String[] {Tokens.expired(), Tokens.foreign(), "no.such.token"}) {
      Response response = Requests.bearing(token).get(path);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.asString()).isEmpty();
    }
    Requests.anonymous().get(path).then().statusCode(401);
    Requests.anonymous().get("/v1/services").then().statusCode(401);
    as(Persona.NOBODY).get("/v1/services").then().statusCode(401);
  }

  @Test
  void aStepNeedsTheTagOfWhatTheAgencyHasSeen() {
    Sent sent = sent();
    String path = "/partner/v1/referrals/" + sent.id() + "/acceptance";
    String body = Requests.json(at(LATER));
    as(Persona.PARTNER_SYSTEM)
        .body(body)
        .post(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("precondition-required"));
    for (String tag : new String[] {"*", "W/\"v0\"", "\"v0\", \"v1\"", "v0"}) {
      as(Persona.PARTNER_SYSTEM)
          .header("If-Match", tag)
          .body(body)
          .post(path)
          .then()
          .statusCode(400);
    }
    as(Persona.PARTNER_SYSTEM)
        .header("If-Match", "\"v7\"")
        .body(body)
        .post(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    Sent accepted = answered(sent, "acceptance", at(LATER));
    step(Persona.PARTNER_SYSTEM, sent, "acceptance", at(LATER)).then().statusCode(412);
    step(Persona.PARTNER_SYSTEM, accepted, "acceptance", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("step-not-allowed"));
  }

  @Test
  void whatTheSenderCalledOffCannotBeAccepted() {
    Sent sent = sent();
    Response cancelled =
        step(Persona.SOCIAL_WORKER, sent, "cancellation", Requests.off("sent-in-error"));
    cancelled
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("statusCode", equalTo("sent-in-error"))
        .body("history.by", contains("requester", "requester"));
    step(Persona.PARTNER_SYSTEM, sent, "acceptance", at(LATER)).then().statusCode(412);
    step(Persona.PARTNER_SYSTEM, sent.id(), cancelled.header("ETag"), "acceptance", at(LATER))
        .then()
        .statusCode(409);
    step(Persona.SOCIAL_WORKER, sent(), "cancellation", Map.of()).then().statusCode(400);
    step(Persona.COLLEAGUE, sent(), "cancellation", Requests.off("duplicate"))
        .then()
        .statusCode(403);
    step(Persona.OTHER_UNIT_SUPERVISOR, sent(), "cancellation", Requests.off("duplicate"))
        .then()
        .statusCode(404);
  }

  @Test
  void ofTwoWhoAnswerAtOnceOneIsHeard() throws InterruptedException, ExecutionException {
    Sent sent = sent();
    Tokens.of(Persona.PARTNER_SYSTEM);
    List<Callable<Integer>> both =
        List.of(
            () -> step(Persona.PARTNER_SYSTEM, sent, "acceptance", at(LATER)).statusCode(),
            () ->
                step(Persona.PARTNER_WORKER, sent, "rejection", because(LATER, "duplicate"))
                    .statusCode());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = threads.invokeAll(both);
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 412);
    }
    assertThat(
            Backstage.count(
                "select count(*) from referral_step where referral_id::text = ?", sent.id()))
        .isEqualTo(2);
  }

  @Test
  void aRejectionNeedsAReasonAndACompletionAnOutcome() {
    Sent sent = sent();
    for (String step : new String[] {"rejection", "hold", "failure"}) {
      for (Map<String, ?> body :
          List.of(at(LATER), because(LATER, " "), because(LATER, "x".repeat(61)))) {
        step(Persona.PARTNER_SYSTEM, sent, step, body)
            .then()
            .statusCode(400)
            .body("errors[0].pointer", equalTo("/reasonCode"));
      }
    }
    step(Persona.PARTNER_SYSTEM, sent, "rejection", because(LATER, "wrong-child"))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    step(Persona.PARTNER_SYSTEM, sent, "rejection", because(LATER, "other"))
        .then()
        .statusCode(422)
        .body("code", equalTo("reason-needed"))
        .body("errors[0].pointer", equalTo("/reason"));
    step(Persona.PARTNER_SYSTEM, sent, "completion", at(LATER))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/outcome"));
    Sent accepted = answered(sent, "acceptance", at(LATER));
    step(Persona.PARTNER_SYSTEM, accepted, "completion", outcome(LATER, "perfect"))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"))
        .body("errors[0].pointer", equalTo("/outcome/code"));
    step(Persona.PARTNER_SYSTEM, sent, "acceptance", Map.of()).then().statusCode(400);
  }

  @Test
  void aTimeThatHasNotComeOrIsBeforeTheReferralOrItsLastStepIsRefused() {
    Sent sent = sent();
    clock.stopAt(Instant.parse("2026-11-05T05:00:40Z"));
    refused(sent, "2026-11-05T05:00:41Z", "in-the-future");
    refused(sent, "2026-11-01T07:29:59.999Z", "before-the-referral");
    refused(sent, "0001-01-01T00:00:00Z", "before-the-referral");
    Sent accepted = answered(sent, "acceptance", at(Instant.parse("2026-11-05T05:00:40Z")));
    step(Persona.PARTNER_SYSTEM, accepted, "start", at(LATER))
        .then()
        .statusCode(422)
        .body("code", equalTo("before-the-last-step"));
  }

  @Test
  void aTimeToldToTheMinuteIsTakenAsPeopleMeanIt() {
    Sent sent = sent();
    clock.stopAt(Instant.parse("2026-11-05T05:00:40Z"));
    Sent accepted = answered(sent, "acceptance", at(Instant.parse("2026-11-05T05:00:40Z")));
    answered(accepted, "start", at(Instant.parse("2026-11-05T05:00:00Z")));
  }

  private static void refused(Sent sent, String happenedAt, String code) {
    step(Persona.PARTNER_SYSTEM, sent, "acceptance", Map.of("happenedAt", happenedAt))
        .then()
        .statusCode(422)
        .body("code", equalTo(code));
  }
}
