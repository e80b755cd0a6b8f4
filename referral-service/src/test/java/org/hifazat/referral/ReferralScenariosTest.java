package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.accepted;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.off;
import static org.hifazat.referral.Requests.outcome;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;
import static org.hifazat.referral.Requests.with;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.hifazat.referral.Webhooks.Endpoint;
import org.hifazat.referral.notice.SendNotices;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scenarios by which referrals of child protection systems are compared; 8 is the cases'. */
@HifazatTest(service = "referrals")
class ReferralScenariosTest {
  private static final String AGENCY = "/partner/v1/referrals/";
  private static final String AGENCY_LIST =
      "/partner/v1/referrals?updatedSince=1970-01-01T00:00:00Z";
  private static final String SENDER = "/v1/referrals/";
  private static final String DESK = "+923335550031";

  private final SendNotices notices;

  ReferralScenariosTest(SendNotices notices) {
    this.notices = notices;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @AfterEach
  void leaveNobodyToTell() {
    Webhooks.none();
    NoticeTest.none();
  }

  @Test
  void scenario1AReferralToAQueueGivesSightWithADueDateAndLeavesTheCaseWhereItIs()
      throws IOException {
    leaveNobodyToTell();
    NoticeTest.add(Persona.PARTNER_WORKER, "sms", DESK).then().statusCode(201);
    Sent sent;
    try (Receiver receiver = new Receiver()) {
      Endpoint endpoint = Webhooks.at(receiver);
      sent = sent();
      Webhooks.awaitState(endpoint, "delivered", 1);
      Receiver.Got alert = receiver.got().getFirst();
      assertThat(alert.json().getString("type")).isEqualTo("referral.requested");
      assertThat(alert.json().getString("data.referralId")).isEqualTo(sent.id());
      assertThat(alert.text()).doesNotContain(sent.caseId().toString());
    }
    assertThat(notices.sendAll()).isEqualTo(1);
    assertThat(Files.readAllLines(Path.of("target/notices/notices.log")))
        .filteredOn(line -> line.contains(DESK))
        .last()
        .asString()
        .contains("SMS " + DESK + ": A referral waits")
        .doesNotContain(sent.id(), sent.caseId().toString());
    assertThat(PartnerListTest.everything(AGENCY_LIST)).contains(sent.id());
    as(Persona.PARTNER_WORKER).get(AGENCY + sent.id()).then().body("respondBy", notNullValue());
    as(Persona.SOCIAL_WORKER)
        .get("/v1/cases/" + sent.caseId() + "/referrals")
        .then()
        .body("items.id", contains(sent.id()))
        .body("items.status", contains("requested"));
    assertThat(Backstage.texts("select owner_id from known_case where case_id = ?", sent.caseId()))
        .containsExactly(Backstage.staff(Persona.SOCIAL_WORKER).toString());
    assertThat(Backstage.audit("MAKE_REFERRAL", sent.id())).hasSize(1);
  }

  @Test
  void scenario2WhoCannotReceiveIsRefusedAndNothingIsWritten() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID closed = Agencies.entry(Persona.HOSPITAL);
    Backstage.execute("update service set status = 'inactive' where id = ?", closed);
    for (UUID nobody : new UUID[] {closed, UUID.randomUUID()}) {
      refer(Persona.SOCIAL_WORKER, referral(caseId, nobody))
          .then()
          .statusCode(422)
          .body("code", equalTo("service-unknown"));
    }
    assertNothingWritten(caseId);
    String home = HsdsDirectoryTest.one("Zamung Kor, Swat");
    refer(Persona.SOCIAL_WORKER, referral(caseId, UUID.fromString(home)))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
    assertNothingWritten(caseId);
  }

  /** By its kind, and by nothing else: the same agency is referred to when it is no sandbox. */
  @Test
  void scenario2ASandboxCannotReceiveAChild() {
    UUID agency = UUID.randomUUID();
    Agencies.register(agency, 1, "legal-aid", "Invented agency of scenario 2", "\"tank\"");
    Awaitility.await("the agency is listed").until(() -> Agencies.listed(agency));
    UUID caseId = Backstage.openCase();
    Backstage.consent(caseId, "share-information", "given", agency, "2026-01-10T05:00:00Z", null);
    sandbox(agency, true);
    refer(Persona.SOCIAL_WORKER, referral(caseId, agency))
        .then()
        .statusCode(422)
        .body("code", equalTo("service-unknown"));
    assertNothingWritten(caseId);
    sandbox(agency, false);
    refer(Persona.SOCIAL_WORKER, referral(caseId, agency)).then().statusCode(201);
    // On no list from here on.
    Backstage.execute("update service set status = 'inactive' where organization_id = ?", agency);
  }

  @Test
  void scenario2WhoeverLeftTheAgencyIsChosenNoMore() {
    UUID leaver = UUID.randomUUID();
    AddresseeTest.listed(leaver, "leaves-in-scenario-2", true, true);
    AddresseeTest.sentTo(leaver);
    AddresseeTest.listed(leaver, "leaves-in-scenario-2", true, false);
    UUID caseId = Backstage.openCaseWithConsent();
    refer(Persona.SOCIAL_WORKER, AddresseeTest.meantFor(referral(caseId), leaver))
        .then()
        .statusCode(422)
        .body("code", equalTo("addressee-unknown"));
    assertNothingWritten(caseId);
  }

  private static void sandbox(UUID agency, boolean is) {
    Backstage.execute("update known_agency set sandbox = ? where agency_id = ?", is, agency);
    Backstage.execute("update organization set sandbox = ? where id = ?", is, agency);
  }

  private static void assertNothingWritten(UUID caseId) {
    assertThat(Backstage.count("select count(*) from referral where case_id = ?", caseId)).isZero();
    assertThat(
            Backstage.count("select count(*) from outbox where event_key = ?", caseId.toString()))
        .isZero();
  }

  @Test
  void scenarios3And9OnlyWhoHasItOrTheAgencysSystemAcceptsAndTheSenderIsTold() {
    Sent claimed = answered(sent(), "claim", at(LATER));
    step(Persona.OTHER_PARTNER_SYSTEM, claimed, "acceptance", at(LATER)).then().statusCode(404);
    step(Persona.PARTNER_WORKER, claimed, "acceptance", at(LATER))
        .then()
        .statusCode(409)
        .body("code", equalTo("claimed-already"));
    for (Persona staff : new Persona[] {Persona.SOCIAL_WORKER, Persona.SUPERVISOR}) {
      as(staff)
          .header("If-Match", claimed.etag())
          .body(Requests.json(at(LATER)))
          .post(AGENCY + claimed.id() + "/acceptance")
          .then()
          .statusCode(403);
    }
    Sent yes = accepted(claimed);
    as(Persona.SOCIAL_WORKER)
        .get(SENDER + yes.id())
        .then()
        .body("status", equalTo("accepted"))
        .body("history[1].at", equalTo(LATER.toString()));
    assertThat(PartnerListTest.everything(Persona.SOCIAL_WORKER, "/v1/referrals?shelf=under-way"))
        .contains(yes.id());
    awaitTold(yes, "accepted");
  }

  /** The case service hears of the step, and makes the owner's line or task of it. */
  private static void awaitTold(Sent sent, String to) {
    Awaitility.await("the others are told")
        .until(
            () ->
                Topic.read(Topic.REFERRALS, sent.caseId()).stream()
                    .filter(
                        one ->
                            Topic.header(one, "ce_type")
                                .equals("org.hifazat.referrals.referral-moved.v1"))
                    .map(one -> new String(one.value(), StandardCharsets.UTF_8))
                    .anyMatch(
                        text ->
                            text.contains("\"referralId\":\"" + sent.id() + "\"")
                                && text.contains("\"to\":\"" + to + "\"")
                                && text.contains("\"by\":\"target\"")));
  }

  @Test
  void scenario4ARefusalKeepsItsReasonEndsTheSightAndASecondTryKeepsTheChain() {
    Sent no = answered(sent(), "rejection", because(LATER, "at-capacity"));
    as(Persona.PARTNER_SYSTEM).get(AGENCY + no.id()).then().body("packet", nullValue());
    as(Persona.SOCIAL_WORKER)
        .get(SENDER + no.id())
        .then()
        .body("statusCode", equalTo("at-capacity"));
    awaitTold(no, "rejected");
    assertThat(PartnerListTest.everything(Persona.SOCIAL_WORKER, "/v1/referrals?shelf=to-close"))
        .contains(no.id());
    assertThat(PartnerListTest.everything(Persona.SOCIAL_WORKER, "/v1/referrals?shelf=open"))
        .doesNotContain(no.id());
    refer(Persona.SOCIAL_WORKER, with(referral(no.caseId()), "partOf", no.id()))
        .then()
        .statusCode(201)
        .body("partOf", equalTo(no.id()));
  }

  @Test
  void scenario5DoneComesAfterAYesOnceWithItsOwnTime() {
    step(Persona.PARTNER_SYSTEM, sent(), "completion", outcome(LATER, "provided"))
        .then()
        .statusCode(409)
        .body("code", equalTo("step-not-allowed"));
    UUID action = UUID.randomUUID();
    UUID caseId = Backstage.openCaseWithConsent();
    Response forAction =
        refer(Persona.SOCIAL_WORKER, with(referral(caseId), "actionId", action.toString()));
    Sent made = new Sent(forAction.path("id"), forAction.header("ETag"), caseId);
    Awaitility.await("the case service hears for which action of its plan")
        .until(
            () ->
                Topic.read(Topic.REFERRALS, caseId).stream()
                    .map(told -> new String(told.value(), StandardCharsets.UTF_8))
                    .anyMatch(told -> told.contains("\"actionId\":\"" + action)));
    Sent done = answered(accepted(made), "completion", outcome(LATER, "provided"));
    step(Persona.PARTNER_SYSTEM, done, "completion", outcome(LATER.plusSeconds(60), "provided"))
        .then()
        .statusCode(409);
    as(Persona.SOCIAL_WORKER)
        .get(SENDER + done.id())
        .then()
        .body("actionId", equalTo(action.toString()))
        .body("outcome.at", equalTo(LATER.toString()))
        .body("outcome.text", notNullValue())
        .body("packetUntil", notNullValue());
  }

  @Test
  void scenario6TheSenderOrTheSupervisorRevokesAndNobodyRevokesWhatIsDone() {
    Sent open = accepted(sent());
    step(Persona.COLLEAGUE, open, "cancellation", off("service-no-longer-needed"))
        .then()
        .statusCode(403);
    step(Persona.SUPERVISOR, open, "cancellation", off("service-no-longer-needed"))
        .then()
        .statusCode(200)
        .body("status", equalTo("cancelled"))
        .body("outcome", nullValue());
    for (Sent over :
        new Sent[] {completed(), answered(sent(), "rejection", because(LATER, "out-of-area"))}) {
      step(Persona.SOCIAL_WORKER, over, "cancellation", off("service-no-longer-needed"))
          .then()
          .statusCode(409);
    }
  }

  @Test
  void scenario6TheSenderRevokesThoughTheServiceHasClosedMeanwhile() {
    Sent open = accepted(sent());
    try {
      Backstage.execute("update service set status = 'inactive' where id = ?", Backstage.LEGAL_AID);
      refer(Persona.SOCIAL_WORKER, referral(open.caseId()))
          .then()
          .statusCode(422)
          .body("code", equalTo("service-unknown"));
      step(Persona.SOCIAL_WORKER, open, "cancellation", off("service-no-longer-needed"))
          .then()
          .statusCode(200)
          .body("status", equalTo("cancelled"))
          .body("outcome", nullValue());
    } finally {
      Backstage.execute("update service set status = 'active' where id = ?", Backstage.LEGAL_AID);
    }
    as(Persona.PARTNER_SYSTEM).get(AGENCY + open.id()).then().body("packet", nullValue());
  }

  @Test
  void scenario7OneReferralsEndTouchesNoOtherOfTheCaseOrOfAnother() {
    Sent first = accepted(sent());
    Sent second = accepted(sent(first.caseId()));
    Sent elsewhere = accepted(sent());
    step(Persona.SOCIAL_WORKER, first, "cancellation", off("service-no-longer-needed"))
        .then()
        .statusCode(200);
    as(Persona.PARTNER_SYSTEM).get(AGENCY + first.id()).then().body("packet", nullValue());
    for (Sent other : new Sent[] {second, elsewhere}) {
      as(Persona.PARTNER_SYSTEM)
          .get(AGENCY + other.id())
          .then()
          .body("packet.requestText", notNullValue());
    }
  }

  @Test
  void scenario10AReferralOfAnotherUnitsCaseIsReachedByNoPathAndStaysAsItIs() {
    Sent sent = sent();
    for (Persona other :
        new Persona[] {Persona.OTHER_UNIT_SOCIAL_WORKER, Persona.OTHER_UNIT_SUPERVISOR}) {
      as(other).get(SENDER + sent.id()).then().statusCode(404);
      step(other, sent, "cancellation", off("service-no-longer-needed")).then().statusCode(404);
      as(other).get("/v1/cases/" + sent.caseId() + "/referrals").then().statusCode(404);
    }
    refer(
            Persona.SOCIAL_WORKER,
            with(referral(Backstage.openCaseWithConsent()), "partOf", sent.id()))
        .then()
        .statusCode(422);
    as(Persona.SOCIAL_WORKER)
        .get(SENDER + sent.id())
        .then()
        .header("ETag", equalTo(sent.etag()))
        .body("history", hasSize(1));
  }

  /** What is not there and what is another referral's have one answer. */
  @Test
  void scenario10WhatBelongsToAnotherReferralIsNotReachedThroughOnesOwn() {
    Sent mine = accepted(sent());
    Sent theirs = accepted(sent());
    String file =
        ThreadTest.attached(Persona.SOCIAL_WORKER, "/v1", theirs, Map.of("kind", "legal-orders"));
    Persona worker = Persona.SOCIAL_WORKER;
    ThreadTest.write(
            worker, ThreadTest.messages("/v1", theirs), Map.of("attachments", List.of(file)))
        .then()
        .statusCode(201);
    String begun =
        ThreadTest.begin(
                worker,
                "/v1",
                theirs,
                Map.of("title", "A paper", "kind", "legal-orders"),
                Papers.pdf())
            .path("id");
    String feedback =
        Afterwards.record(Persona.SOCIAL_WORKER, theirs.id(), Afterwards.feedback()).path("id");
    String back =
        Afterwards.sendBack(Persona.PARTNER_SYSTEM, theirs.id(), Afterwards.back()).path("id");
    for (boolean far : new boolean[] {false, true}) {
      if (far) {
        Backstage.hand(
            theirs.caseId(),
            Backstage.staff(Persona.OTHER_UNIT_SOCIAL_WORKER),
            UUID.fromString(Persona.MARDAN));
      }
      for (String id : new String[] {file, begun, feedback, back}) {
        List<String> nothing = throughOnesOwn(mine, UUID.randomUUID().toString());
        assertThat(throughOnesOwn(mine, id)).as("far %s", far).isEqualTo(nothing);
      }
    }
    Persona owner = Persona.OTHER_UNIT_SOCIAL_WORKER;
    assertThat(
            Backstage.texts(
                "select state || received from referral_attachment where id = ?::uuid", begun))
        .containsExactly("arriving0");
    as(owner).get(SENDER + theirs.id() + "/attachments").then().body("items.id", contains(file));
    as(owner)
        .get(SENDER + theirs.id() + "/feedback")
        .then()
        .body("items.id", contains(feedback))
        .body("items[0].releasedAt", nullValue());
    as(owner)
        .get(SENDER + theirs.id() + "/returns")
        .then()
        .body("items.id", contains(back))
        .body("items[0].answer", nullValue());
  }

  /** The answers to everything that takes the id of a referral's part, without their own number. */
  private static List<String> throughOnesOwn(Sent mine, String id) {
    String staffs = ThreadTest.files("/v1", mine) + "/" + id;
    String agencys = ThreadTest.files("/partner/v1", mine) + "/" + id;
    return Stream.of(
            as(Persona.SOCIAL_WORKER).get(staffs),
            ThreadTest.content(Persona.SOCIAL_WORKER, "/v1", mine, id),
            ThreadTest.piece(Persona.SOCIAL_WORKER, staffs, 0, Papers.pdf()),
            ThreadTest.finish(Persona.SOCIAL_WORKER, staffs),
            as(Persona.PARTNER_SYSTEM).get(agencys),
            ThreadTest.content(Persona.PARTNER_SYSTEM, "/partner/v1", mine, id),
            Afterwards.release(Persona.SOCIAL_WORKER, mine.id(), id),
            Afterwards.withdraw(Persona.SOCIAL_WORKER, mine.id(), id),
            Afterwards.answer(Persona.SOCIAL_WORKER, mine.id(), id, Map.of("answer", "taken-up")))
        .map(
            answer -> {
              answer.then().statusCode(404);
              assertThat(answer.asString()).doesNotContain(id);
              Map<String, Object> said = new TreeMap<>(answer.jsonPath().getMap(""));
              said.remove("traceId");
              return said.toString();
            })
        .toList();
  }

  @Test
  void scenario11WithoutConsentNothingGoesAndAnOverrideIsTheCasesOwnAndOnRecord() {
    UUID caseId = Backstage.openCase();
    refer(Persona.SOCIAL_WORKER, referral(caseId))
        .then()
        .statusCode(409)
        .body("code", equalTo("consent-missing"));
    refer(Persona.SOCIAL_WORKER, with(referral(caseId), "consentOverride", "I say so"))
        .then()
        .statusCode(400);
    Response made = refer(Persona.SOCIAL_WORKER, referral(Backstage.openCaseOverridden()));
    made.then().statusCode(201).body("consentOverridden", equalTo(true));
    assertThat(Backstage.audit("MAKE_REFERRAL", made.path("id")))
        .containsExactly("performed consent-overridden:caregiver-suspected");
    assertThat(PartnerListTest.everything(AGENCY_LIST)).contains(made.<String>path("id"));
  }
}
