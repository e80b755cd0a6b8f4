package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.AUTHORED;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "referrals")
class LoopClosureTest {
  private static final String STEP = "loop-closure";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void theSenderClosesTheLoopOnceAfterTheAnswerAndTheAgencyReadsWhenNotWhatWasNoted() {
    Sent completed = completed();
    agencys(completed).body("loopClosedAt", nullValue());
    Response closed =
        step(
            Persona.SOCIAL_WORKER,
            completed,
            STEP,
            Map.of("happenedAt", LATER.toString(), "note", "The mother was told"));
    closed
        .then()
        .statusCode(200)
        .body("status", equalTo("completed"))
        .body("loopClosedAt", equalTo(LATER.toString()));
    assertThat(Backstage.audit("CLOSE_LOOP", completed.id())).containsExactly("performed ");
    step(Persona.SOCIAL_WORKER, completed, STEP, at(LATER)).then().statusCode(412);
    step(Persona.SOCIAL_WORKER, completed.id(), closed.header("ETag"), STEP, at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("loop-not-open"));
    String read =
        agencys(completed).body("loopClosedAt", equalTo(LATER.toString())).extract().asString();
    assertThat(read).doesNotContain("The mother was told");
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals?limit=100&updatedSince=" + Instant.EPOCH)
        .then()
        .body(
            "items.findAll { it.id == '" + completed.id() + "' }.loopClosedAt",
            contains(LATER.toString()));
  }

  private static ValidatableResponse agencys(Sent sent) {
    return as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + sent.id())
        .then()
        .statusCode(200);
  }

  @Test
  void aRejectionIsAnAnswerToo() {
    Sent rejected = answered(sent(), "rejection", because(LATER, "at-capacity"));
    step(Persona.SUPERVISOR, rejected, STEP, at(LATER)).then().statusCode(200);
  }

  @Test
  void thereIsNoLoopToCloseBeforeAnAnswerOrAfterACancellation() {
    Sent sent = sent();
    step(Persona.SOCIAL_WORKER, sent, STEP, at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("loop-not-open"));
    Sent accepted = answered(sent, "acceptance", at(LATER));
    step(Persona.SOCIAL_WORKER, accepted, STEP, at(LATER)).then().statusCode(409);
    Response cancelled =
        step(Persona.SOCIAL_WORKER, accepted, "cancellation", Requests.off("duplicate"));
    step(Persona.SOCIAL_WORKER, sent.id(), cancelled.header("ETag"), STEP, at(LATER))
        .then()
        .statusCode(409);
  }

  @Test
  void itIsRefusedBeforeTheAnswerInTheFutureWithoutTagAndToOthers() {
    Sent completed = completed();
    step(Persona.SOCIAL_WORKER, completed, STEP, at(AUTHORED))
        .then()
        .statusCode(422)
        .body("code", equalTo("before-the-last-step"));
    step(Persona.SOCIAL_WORKER, completed, STEP, at(Instant.parse("2999-01-01T00:00:00Z")))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
    Requests.as(Persona.SOCIAL_WORKER)
        .body(Requests.json(at(LATER)))
        .post("/v1/referrals/" + completed.id() + "/loop-closure")
        .then()
        .statusCode(428);
    step(Persona.COLLEAGUE, completed, STEP, at(LATER)).then().statusCode(403);
    step(Persona.OTHER_UNIT_SUPERVISOR, completed, STEP, at(LATER)).then().statusCode(404);
    step(Persona.SOCIAL_WORKER, completed, STEP, Map.of()).then().statusCode(400);
  }
}
