package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
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
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A referral stands in its agency's queue until one person takes it. */
@HifazatTest(service = "referrals")
class ClaimTest {
  private static final Map<String, Object> NAMED =
      Map.of("happenedAt", LATER.toString(), "name", "Advocate Zubaida");

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void ofTwoWhoTakeItAtOnceOneHasItAndTheOtherIsToldSo()
      throws InterruptedException, ExecutionException {
    Sent sent = sent();
    Tokens.of(Persona.PARTNER_SYSTEM);
    List<Callable<Integer>> both =
        List.of(
            () -> step(Persona.PARTNER_SYSTEM, sent, "claim", NAMED).statusCode(),
            () -> step(Persona.PARTNER_WORKER, sent, "claim", at(LATER)).statusCode());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Integer>> answers = threads.invokeAll(both);
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder(200, 412);
    }
    Response read = as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + sent.id());
    boolean system = read.path("claim.mine");
    Persona late = system ? Persona.PARTNER_WORKER : Persona.PARTNER_SYSTEM;
    step(late, sent.id(), read.header("ETag"), "claim", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("claimed-already"));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals?limit=100&updatedSince=" + Instant.EPOCH)
        .then()
        .body("items.findAll { it.id == '" + sent.id() + "' }.claimed", hasItem(true));
  }

  @Test
  void whatAColleagueHasIsAnsweredByThemOrTheAgencysSystemUntilItGoesBackToTheQueue() {
    Sent claimed = answered(sent(), "claim", NAMED);
    Response read = as(Persona.PARTNER_WORKER).get("/partner/v1/referrals/" + claimed.id());
    read.then()
        .body("claim.mine", equalTo(false))
        .body("claim.name", equalTo("Advocate Zubaida"))
        .body("acknowledgedAt", equalTo(LATER.toString()));
    step(Persona.PARTNER_WORKER, claimed, "acceptance", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("claimed-already"));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + claimed.id())
        .then()
        .body("claimedName", equalTo("Advocate Zubaida"))
        .body("claimedAt", equalTo(LATER.toString()))
        .body("acknowledgedAt", equalTo(LATER.toString()));
    Response released = step(Persona.PARTNER_WORKER, claimed, "release", at(LATER));
    released.then().statusCode(200).body("claim", nullValue());
    String etag = released.header("ETag");
    step(Persona.PARTNER_WORKER, claimed.id(), etag, "release", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-claimed"));
    Response accepted = step(Persona.PARTNER_WORKER, claimed.id(), etag, "acceptance", at(LATER));
    accepted.then().statusCode(200).body("claim.mine", equalTo(true));
    step(Persona.PARTNER_SYSTEM, claimed.id(), accepted.header("ETag"), "start", at(LATER))
        .then()
        .statusCode(200);
    assertThat(Backstage.audit("PARTNER_ANSWER_REFERRAL", claimed.id()))
        .containsExactly(
            "performed claimed",
            "performed released-for-another",
            "performed accepted",
            "performed in-progress");
  }

  @Test
  void onlyWhoHasTakenItReadsWhatIsAskedAndOnlyAfterAYesWhereTheChildIsFound() {
    Sent sent = sent();
    String path = "/partner/v1/referrals/" + sent.id();
    Response queued = as(Persona.PARTNER_WORKER).get(path);
    queued
        .then()
        .body("packetState", equalTo("unclaimed"))
        .body("packet", nullValue())
        .body("summary.ageBand", equalTo("6-11"))
        .body("summary.language", equalTo("ps"))
        .body("summary.requestText", nullValue())
        .body("summary.caseCode", nullValue());
    assertThat(queued.asString()).doesNotContain("custody", "uncle", "invented school");
    Response taken = step(Persona.PARTNER_WORKER, sent, "claim", at(LATER));
    taken
        .then()
        .body("packetState", equalTo("not-accepted"))
        .body("packet", nullValue())
        .body("summary.requestText", equalTo("Counsel for the hearing about custody"));
    assertThat(taken.asString()).doesNotContain("uncle", "invented school");
    Response yes =
        step(Persona.PARTNER_WORKER, sent.id(), taken.header("ETag"), "acceptance", at(LATER));
    yes.then()
        .body("packetState", equalTo("readable"))
        .body("summary", nullValue())
        .body("packet.safeContact", equalTo("Through the invented school"));
    as(Persona.PARTNER_SYSTEM).get(path).then().body("packet.safeContact", notNullValue());

    Sent systems = answered(sent(), "claim", NAMED);
    Sent held =
        answered(
            answered(systems, "acceptance", at(LATER)),
            "hold",
            Requests.because(LATER, "other", "The aunt was not at home"));
    Response colleague = as(Persona.PARTNER_WORKER).get("/partner/v1/referrals/" + held.id());
    colleague
        .then()
        .body("packetState", equalTo("with-a-colleague"))
        .body("statusCode", equalTo("other"))
        .body("packet", nullValue());
    assertThat(colleague.asString()).doesNotContain("custody", "uncle", "aunt", "invented school");
    assertThat(Backstage.audit("PARTNER_VIEW_REFERRAL", sent.id()))
        .containsExactly(
            "read packet-unclaimed",
            "read packet-not-accepted",
            "read packet-readable",
            "read packet-readable");
  }

  @Test
  void acknowledgingSaysWhenItWasThereFirstAndChangesNoState() {
    Sent once = answered(sent(), "acknowledgement", at(LATER));
    Response again =
        step(
            Persona.PARTNER_SYSTEM,
            once,
            "acknowledgement",
            at(Instant.parse("2026-11-03T05:00:00Z")));
    again
        .then()
        .statusCode(200)
        .body("acknowledgedAt", equalTo(LATER.toString()))
        .body("status", equalTo("requested"));
    step(
            Persona.PARTNER_SYSTEM,
            sent(),
            "acknowledgement",
            at(Instant.parse("2026-10-31T05:00:00Z")))
        .then()
        .statusCode(422)
        .body("code", equalTo("before-the-referral"));
    step(Persona.PARTNER_SYSTEM, sent(), "claim", at(Instant.parse("2999-10-31T05:00:00Z")))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
  }

  @Test
  void aLateAnswerIsTakenAndSaidToBeLate() {
    Sent late = answered(sent(), "acceptance", at(Instant.parse("2026-11-05T05:00:00Z")));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + late.id())
        .then()
        .body("answeredLate", equalTo(true))
        .body("status", equalTo("accepted"));
    Sent inTime = answered(sent(), "acceptance", at(LATER));
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + inTime.id())
        .then()
        .body("answeredLate", equalTo(false));
  }
}
