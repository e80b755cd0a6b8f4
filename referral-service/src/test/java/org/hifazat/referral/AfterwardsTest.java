package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.with;
import static org.hifazat.referral.Requests.without;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What those concerned say of a service, what comes back or goes onward, and the gaps a no leaves.
 */
@HifazatTest(service = "referrals")
class AfterwardsTest {
  private static final String SAFEGUARDING = "hifazat.safeguarding.v1";
  private static final String NOBODY_THERE = "https://receiver.invalid/hook";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void theAgencyHearsOfAChildsWordsOnlyWhatTheChildAgreedToAndTheSenderReleased() {
    Sent done = completed();
    String id =
        Afterwards.record(Persona.SOCIAL_WORKER, done.id(), Afterwards.feedback())
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String quiet = recorded(done, with(Afterwards.feedback(), "agencyMayKnow", false));
    String harm = recorded(done, with(Afterwards.feedback(), "concern", true));
    ofSender(done)
        .then()
        .body("scale.rating", contains(1, 2, 3, 4, 5))
        .body("items", hasSize(3))
        .body("items.find { it.id == '" + id + "' }.words", equalTo("The lady listened to me"));
    ofAgency(done).then().body("items", empty());
    for (String kept : List.of(quiet, harm)) {
      Afterwards.release(Persona.SOCIAL_WORKER, done.id(), kept)
          .then()
          .statusCode(409)
          .body("code", equalTo("not-to-be-released"));
    }
    Webhooks.none();
    Webhooks.add(Persona.PARTNER_SYSTEM, NOBODY_THERE).then().statusCode(201);
    for (int twice = 0; twice < 2; twice++) {
      Afterwards.release(Persona.SOCIAL_WORKER, done.id(), id).then().statusCode(204);
    }
    assertThat(webhooks(done)).containsExactly("referral.feedback_released");
    assertTold("service-feedback-released", id);
    assertThat(assertTold("service-feedback-recorded", harm))
        .doesNotContain("harm", "Harm", "concern");
    assertHarmToldApart(harm, id);
    Afterwards.release(Persona.SOCIAL_WORKER, completed().id(), id).then().statusCode(404);
    ofAgency(done)
        .then()
        .body("items.rating", contains(4))
        .body("items[0].words", equalTo("The lady listened to me"))
        .body("items[0].askedAlone", nullValue());
    assertThat(
            Backstage.texts(
                "select row_to_json(f)::text from service_feedback f where id = ?::uuid", id))
        .singleElement()
        .asString()
        .doesNotContain("listened");
    assertThat(assertTold("service-feedback-recorded", id))
        .contains("\"rating\":4")
        .doesNotContain("listened");
    takenBack(done, id);
    Backstage.execute("update referral set packet_closed_at = now() where id = ?::uuid", done.id());
    ofAgency(done).then().body("items", empty());
    Afterwards.record(Persona.SOCIAL_WORKER, sent().id(), Afterwards.feedback())
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-given-yet"));
    Afterwards.record(
            Persona.SOCIAL_WORKER,
            done.id(),
            with(Afterwards.feedback(), "happenedAt", "2999-01-01T00:00:00Z"))
        .then()
        .statusCode(422)
        .body("code", equalTo("in-the-future"));
  }

  /** On a topic of its own, and nothing of feedback that tells of none. */
  private static void assertHarmToldApart(String harm, String none) {
    Topic.CONTRACTS.assertPublishable(
        "org.hifazat.safeguarding.harm-at-service-told.v1",
        outbox(SAFEGUARDING, "harm-at-service-told", harm));
    assertThat(Topic.all(SAFEGUARDING))
        .noneMatch(one -> Topic.header(one, "ce_subject").equals(none));
  }

  /** The agency loses sight of it at once and hears that, and nothing brings it back. */
  private static void takenBack(Sent done, String id) {
    Afterwards.withdraw(Persona.SOCIAL_WORKER, completed().id(), id).then().statusCode(404);
    Afterwards.withdraw(Persona.SOCIAL_WORKER, done.id(), id).then().statusCode(204);
    ofAgency(done).then().body("items", empty());
    ofSender(done)
        .then()
        .body("items.find { it.id == '" + id + "' }.concern", equalTo(true))
        .body("items.find { it.id == '" + id + "' }.withdrawnAt", notNullValue());
    Afterwards.release(Persona.SOCIAL_WORKER, done.id(), id)
        .then()
        .statusCode(409)
        .body("code", equalTo("not-to-be-released"));
    Afterwards.withdraw(Persona.SOCIAL_WORKER, done.id(), id)
        .then()
        .statusCode(409)
        .body("code", equalTo("feedback-not-released"));
    String told = outbox("service-feedback-withdrawn", id);
    assertThat(told).doesNotContain("listened", "concern", "rating");
    assertThat(
            Topic.CONTRACTS.problems("org.hifazat.referrals.service-feedback-withdrawn.v1", told))
        .isEmpty();
    assertThat(Backstage.audit("WITHDRAW_FEEDBACK", id)).contains("performed harm");
  }

  @Test
  void whatWasReleasedIsReadNoLongerThanThePacket() {
    Sent done = completed();
    String id = recorded(done, Afterwards.feedback());
    Afterwards.withdraw(Persona.SOCIAL_WORKER, done.id(), id)
        .then()
        .statusCode(409)
        .body("code", equalTo("feedback-not-released"));
    Afterwards.release(Persona.SOCIAL_WORKER, done.id(), id).then().statusCode(204);
    ofAgency(done).then().body("items.rating", contains(4));
    made(done, Afterwards.back());
    returnsOfAgency(done, notNullValue());
    Backstage.execute(
        "update referral set packet_until = timestamptz '2020-01-01' where id = ?::uuid",
        done.id());
    ofAgency(done).then().body("items", empty());
    returnsOfAgency(done, nullValue());
  }

  private static void returnsOfAgency(Sent sent, Matcher<Object> words) {
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + sent.id() + "/returns")
        .then()
        .statusCode(200)
        .body("items[0].kind", equalTo("back"))
        .body("items[0].words", words);
  }

  @Test
  void anAgencySendsBackWithConsentOnlyAndTheSenderAnswersOnce() {
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    Afterwards.sendBack(
            Persona.PARTNER_SYSTEM, accepted.id(), without(Afterwards.back(), "consent"))
        .then()
        .statusCode(409)
        .body("code", equalTo("return-needs-consent"));
    Afterwards.sendBack(Persona.PARTNER_SYSTEM, sent().id(), Afterwards.back())
        .then()
        .statusCode(409)
        .body("code", equalTo("step-not-allowed"));
    Afterwards.sendBack(
            Persona.PARTNER_SYSTEM,
            accepted.id(),
            with(Afterwards.back(), "serviceId", Persona.HOSPITAL))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
    String id = made(accepted, Afterwards.back());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + accepted.id() + "/returns")
        .then()
        .statusCode(200)
        .body("items[0].words", equalTo("The court asks for a school report first"))
        .body("items[0].consentBy", equalTo("child"))
        .body("items[0].answer", nullValue());
    Afterwards.answer(Persona.SOCIAL_WORKER, accepted.id(), id, Map.of("answer", "declined"))
        .then()
        .statusCode(422)
        .body("code", equalTo("reason-needed"));
    Webhooks.none();
    Webhooks.add(Persona.PARTNER_SYSTEM, NOBODY_THERE).then().statusCode(201);
    Afterwards.answer(
            Persona.SOCIAL_WORKER,
            accepted.id(),
            id,
            Map.of("answer", "taken-up", "words", "The school has written"))
        .then()
        .statusCode(204);
    Afterwards.answer(Persona.SOCIAL_WORKER, accepted.id(), id, Map.of("answer", "taken-up"))
        .then()
        .statusCode(412);
    assertThat(webhooks(accepted)).containsExactly("referral.return_answered");
    assertThat(assertTold("referral-returned", id)).doesNotContain("court");
    assertThat(assertTold("referral-return-answered", id))
        .contains("\"answer\":\"taken-up\"")
        .doesNotContain("school");
  }

  @Test
  void whatGoesOnwardIsTakenUpByAReferralThatIsPartOfItAndHasItsOwnConsent() {
    UUID caseId = Backstage.openCaseWithConsent();
    Sent accepted = answered(sent(caseId), "acceptance", at(LATER));
    Map<String, Object> onward =
        with(with(Afterwards.back(), "kind", "onward"), "serviceId", Persona.HOSPITAL);
    for (Object wrong : new Object[] {Persona.LEGAL_AID, UUID.randomUUID().toString()}) {
      Afterwards.sendBack(Persona.PARTNER_SYSTEM, accepted.id(), with(onward, "serviceId", wrong))
          .then()
          .statusCode(422)
          .body("code", equalTo("service-unknown"));
    }
    String id = made(accepted, onward);
    Map<String, Object> further =
        with(referral(caseId, Backstage.HOSPITAL), "partOf", accepted.id());
    refer(Persona.SOCIAL_WORKER, further)
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    Backstage.consent(
        caseId, "share-information", "given", Backstage.HOSPITAL, "2026-01-11T05:00:00Z", null);
    String next = refer(Persona.SOCIAL_WORKER, further).then().statusCode(201).extract().path("id");
    String other = sent(caseId).id();
    for (Map<String, String> wrong :
        List.of(
            Map.of("answer", "taken-up"),
            Map.of("answer", "taken-up", "referralId", other),
            Map.of("answer", "declined", "words", "No", "referralId", next))) {
      Afterwards.answer(Persona.SOCIAL_WORKER, accepted.id(), id, wrong)
          .then()
          .statusCode(422)
          .body("code", equalTo("onward-referral-unknown"));
    }
    Afterwards.answer(
            Persona.SOCIAL_WORKER,
            accepted.id(),
            id,
            Map.of("answer", "taken-up", "referralId", next))
        .then()
        .statusCode(204);
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + accepted.id() + "/returns")
        .then()
        .statusCode(200)
        .body("items[0].answer", equalTo("taken-up"))
        .body("items[0].onwardReferralId", nullValue());
  }

  @Test
  void anAgencyWithoutRoomLeavesAGapAndOneThatTheFamilyDeclinedDoesNot() {
    String gaps = "select count(*) from service_gap where service_id = ?";
    long before = Backstage.count(gaps, Backstage.LEGAL_AID);
    answered(sent(), "rejection", because(LATER, "family-declined"));
    assertThat(Backstage.count(gaps, Backstage.LEGAL_AID)).isEqualTo(before);
    answered(sent(), "rejection", because(LATER, "at-capacity"));
    assertThat(Backstage.count(gaps, Backstage.LEGAL_AID)).isEqualTo(before + 1);
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    answered(accepted, "failure", because(LATER, "not-eligible"));
    List<String> newest =
        Backstage.texts(
            "select id || ' ' || reason from service_gap where service_id = ?"
                + " order by recorded_at desc, id desc limit 2",
            Backstage.LEGAL_AID);
    assertThat(newest)
        .extracting(gap -> gap.split(" ", -1)[1])
        .containsExactly("not-for-this-child", "no-capacity");
    String told = assertTold("service-gap-recorded", newest.getFirst().split(" ", -1)[0]);
    assertThat(told).doesNotContain(accepted.id(), accepted.caseId().toString());
  }

  private static String recorded(Sent sent, Map<String, ?> said) {
    return Afterwards.record(Persona.SOCIAL_WORKER, sent.id(), said).path("id");
  }

  private static String made(Sent sent, Map<String, ?> body) {
    return Afterwards.sendBack(Persona.PARTNER_SYSTEM, sent.id(), body)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Response ofSender(Sent sent) {
    Response response = as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + sent.id() + "/feedback");
    response.then().statusCode(200);
    return response;
  }

  private static Response ofAgency(Sent sent) {
    Response response =
        as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + sent.id() + "/feedback");
    response.then().statusCode(200);
    return response;
  }

  /** What the agency's system was told since it listens. */
  private static List<String> webhooks(Sent sent) {
    return Backstage.texts(
        "select type from webhook_delivery where referral_id = ?::uuid order by recorded_at",
        sent.id());
  }

  /** The same, as the contract says. */
  private static String assertTold(String name, String subject) {
    String told = outbox(name, subject);
    Topic.CONTRACTS.assertPublishable("org.hifazat.referrals." + name + ".v1", told);
    return told;
  }

  /** What the others were told of it. */
  private static String outbox(String name, String subject) {
    return outbox(Topic.REFERRALS, name, subject);
  }

  private static String outbox(String topic, String name, String subject) {
    return Awaitility.await(name)
        .until(
            () ->
                Topic.all(topic).stream()
                    .filter(one -> Topic.header(one, "ce_subject").equals(subject))
                    .filter(one -> Topic.header(one, "ce_type").contains(name))
                    .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
