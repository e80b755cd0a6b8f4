package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.off;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.step;
import static org.hifazat.referral.Requests.with;
import static org.hifazat.referral.Requests.without;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.requests.ReferralStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A referral to somebody whom consent names and no directory has: by a secure link alone. */
@HifazatTest(service = "referrals")
class OutsideReferralTest {
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final List<Persona> AGENCIES =
      List.of(Persona.PARTNER_SYSTEM, Persona.PARTNER_WORKER, Persona.OTHER_PARTNER_SYSTEM);

  private final MutableClock clock;

  OutsideReferralTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @Test
  void itIsSentOnTheConsentThatNamesThemAndAnsweredByLinkToTheEnd() {
    Outsider doctor = Outsider.named("health");
    Response sent = refer(WORKER, to(doctor));
    sent.then()
        .statusCode(201)
        .body("recipientId", equalTo(doctor.recipient().toString()))
        .body("agencyId", nullValue())
        .body("serviceId", nullValue())
        .body("category", equalTo("health"));
    String id = sent.path("id");
    String session = Links.opened(Links.made(id));
    Response read = Links.with(session).get("/link/v1/referral");
    read.then().statusCode(200).body("packet", nullValue());
    Response accepted = byLink(session, read.header("ETag"), "acceptance", Map.of());
    accepted.then().statusCode(200).body("packet.requestText", notNullValue());
    byLink(session, accepted.header("ETag"), "completion", Map.of("code", "provided"))
        .then()
        .statusCode(200);
    Response done = as(WORKER).get("/v1/referrals/" + id);
    done.then()
        .body("status", equalTo("completed"))
        .body("claimedByLink", equalTo(true))
        .body("outcome.code", equalTo("provided"));
    step(WORKER, id, done.header("ETag"), "loop-closure", Requests.at(clock.instant()))
        .then()
        .statusCode(200)
        .body("loopClosedAt", notNullValue());
    Response said =
        Afterwards.record(
            WORKER, id, with(Afterwards.feedback(), "happenedAt", clock.instant().toString()));
    said.then().statusCode(201);
    told(doctor, "referral-moved");
    told(doctor, "service-feedback-recorded");
    // There is no agency that would read it.
    Afterwards.release(WORKER, id, said.path("id"))
        .then()
        .statusCode(409)
        .body("code", equalTo("not-to-be-released"));
    as(WORKER)
        .get("/v1/cases/" + doctor.caseId() + "/referrals")
        .then()
        .statusCode(200)
        .body("items[0].recipientId", equalTo(doctor.recipient().toString()));
  }

  @Test
  void noAgencySeesItIsToldOfItOrCountsIt() {
    Outsider doctor = Outsider.named("legal-aid");
    Webhooks.add(Persona.PARTNER_SYSTEM, "http://127.0.0.1:1/").then().statusCode(201);
    String id = refer(WORKER, to(doctor)).path("id");
    for (Persona agency : AGENCIES) {
      as(agency).get("/partner/v1/referrals/" + id).then().statusCode(404);
      as(agency)
          .get("/partner/v1/referrals?limit=100")
          .then()
          .statusCode(200)
          .body("items.id", not(hasItem(id)));
      step(agency, id, "\"v0\"", "claim", Requests.at(Requests.LATER)).then().statusCode(404);
      step(agency, id, "\"v0\"", "acceptance", Requests.at(Requests.LATER)).then().statusCode(404);
    }
    as(Persona.PARTNER_SYSTEM).get("/partner/v1/fhir/R4/Task/" + id).then().statusCode(404);
    assertThat(
            Backstage.count(
                "select count(*) from webhook_delivery where referral_id::text = ?", id))
        .isZero();
    Webhooks.none();
    as(Persona.OTHER_UNIT_SOCIAL_WORKER).get("/v1/referrals/" + id).then().statusCode(404);
    String requested = "org.hifazat.referrals.referral-requested.v1";
    Awaitility.await("told")
        .atMost(Duration.ofSeconds(60))
        .until(() -> !events(doctor.caseId(), requested).isEmpty());
    assertThat(events(doctor.caseId(), requested).getFirst())
        .contains("\"outsideDirectory\":true", "\"serviceCategory\":\"legal-aid\"");
    as(WORKER)
        .get("/v1/referrals?limit=100")
        .then()
        .statusCode(200)
        .body("items.find { it.id == '" + id + "' }.agencyName", nullValue())
        .body(
            "items.find { it.id == '" + id + "' }.recipientId",
            equalTo(doctor.recipient().toString()));
  }

  @Test
  void withoutAConsentOfThisCaseThatNamesThemAndStandsNothingIsSent() {
    Outsider doctor = Outsider.named("health");
    Outsider others = Outsider.named("health");
    UUID legalAid = Backstage.openCaseWithConsent();
    long before = Backstage.count("select count(*) from referral");
    refused(to(new Outsider(doctor.caseId(), others.recipient())), 422, "recipient-unknown");
    refused(to(new Outsider(doctor.caseId(), UUID.randomUUID())), 422, "recipient-unknown");
    // An agency is no recipient outside the directory, although consent names it.
    refused(to(new Outsider(legalAid, Backstage.LEGAL_AID)), 422, "recipient-unknown");
    refused(with(to(doctor), "serviceId", Backstage.LEGAL_AID.toString()), 400, "invalid-value");
    refused(without(to(doctor), "recipientId"), 400, "invalid-value");
    refused(
        with(
            with(to(doctor), "addressee", UUID.randomUUID().toString()),
            "addresseeName",
            "Somebody Invented"),
        422,
        "addressee-unknown");
    Backstage.execute(
        "update known_sharing set stands_until = date '2026-01-01' where recipient_id = ?",
        doctor.recipient());
    refused(to(doctor), 409, "consent-missing");
    others.said("refused", false);
    refused(to(others), 409, "consent-missing");
    refer(Persona.OTHER_UNIT_SOCIAL_WORKER, to(others)).then().statusCode(404);
    assertThat(Backstage.count("select count(*) from referral")).isEqualTo(before);
  }

  @Test
  void thePacketGoesByTheRulesOfWhatTheyAreAskedForAndIsLookedAtBefore() {
    Outsider lawyer = Outsider.named("legal-aid");
    Map<String, Object> papers = item("document-status", null);
    refused(withItem(lawyer, papers), 422, "release-needs-reason");
    refused(withItem(lawyer, item("clinical-notes", "asked for")), 422, "release-refused");
    Map<String, Object> reasoned = withItem(lawyer, item("document-status", "For the court"));
    refused(reasoned, 409, "preview-needed");
    Response preview =
        as(WORKER)
            .body(
                json(
                    Map.of(
                        "caseId",
                        lawyer.caseId().toString(),
                        "recipientId",
                        lawyer.recipient().toString(),
                        "packet",
                        reasoned.get("packet"))))
            .post("/v1/referral-previews");
    preview
        .then()
        .statusCode(200)
        .body("sharing", equalTo("consent"))
        .body("agencyId", nullValue())
        .body("exceptions", equalTo(List.of("document-status")));
    Outsider other = Outsider.named("legal-aid");
    refused(
        with(
            with(reasoned, "preview", preview.path("preview")),
            "recipientId",
            other.recipient().toString()),
        422,
        "recipient-unknown");
    refer(WORKER, with(reasoned, "preview", preview.path("preview"))).then().statusCode(201);
  }

  @Test
  void aWithdrawalCallsItOffAndTheOpenLinkReadsNoMore() {
    Outsider doctor = Outsider.named("health");
    String id = refer(WORKER, to(doctor)).path("id");
    String session = Links.opened(Links.made(id));
    Response read = Links.with(session).get("/link/v1/referral");
    byLink(session, read.header("ETag"), "acceptance", Map.of()).then().statusCode(200);
    UUID another = UUID.randomUUID();
    new Outsider(doctor.caseId(), another).withdrawn();
    as(WORKER).get("/v1/referrals/" + id).then().body("status", equalTo("accepted"));
    doctor.withdrawn();
    as(WORKER)
        .get("/v1/referrals/" + id)
        .then()
        .body("status", equalTo("cancelled"))
        .body("statusCode", equalTo("consent-withdrawn"))
        .body("packetState", equalTo("consent-ended"));
    Links.with(session).get("/link/v1/referral").then().body("packet", nullValue());
    Links.make(WORKER, id).then().statusCode(409).body("code", equalTo("link-not-possible"));
    refused(to(doctor), 409, "consent-missing");
  }

  @Test
  void anOverrideLetsItGoAndWhatIsMoreThanTheRuleWaitsForTheSecondPerson() {
    UUID caseId = Backstage.openCase();
    UUID recipient = UUID.randomUUID();
    Outsider.handled(
        caseId,
        "consent-overridden",
        """
        {"caseId":"%s","overrideId":"%s","purpose":"share-information","recipientId":"%s","serviceType":"legal-aid",
         "reasonCode":"serious-risk","state":"awaiting","stands":true,"confirmBy":"%s","happenedAt":"2026-11-03T05:00:00Z"}"""
            .formatted(
                caseId, UUID.randomUUID(), recipient, Instant.now().plus(Duration.ofDays(300))));
    Outsider lawyer = new Outsider(caseId, recipient);
    refused(
        withItem(lawyer, item("document-status", "For the court")), 409, "second-person-awaited");
    refer(WORKER, to(lawyer)).then().statusCode(201).body("consentOverridden", equalTo(true));
  }

  @Test
  void nobodyWritesIntoAThreadThatNobodyReads() {
    Outsider doctor = Outsider.named("health");
    String id = refer(WORKER, to(doctor)).path("id");
    as(WORKER)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(Map.of("text", "Are you there?")))
        .post("/v1/referrals/" + id + "/messages")
        .then()
        .statusCode(409)
        .body("code", equalTo("only-by-link"));
  }

  @Test
  void theDatabaseKeepsItFromAgenciesAndSandboxesWhateverTheApplicationBelieves() {
    String id = refer(WORKER, to(Outsider.named("health"))).path("id");
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update referral set agency_id = ? where id = ?::uuid",
                    Backstage.LEGAL_AID,
                    id))
        .hasStackTraceContaining("to_one_recipient");
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update referral set addressee_id = gen_random_uuid(), addressee_name = '\\x00'"
                        + " where id = ?::uuid",
                    id))
        .hasStackTraceContaining("outside_nobody_of_an_agency");
    assertThatThrownBy(
            () ->
                Backstage.execute(
                    "update referral set unit_id = '00000000-0000-0000-0000-000000000000' where id = ?::uuid",
                    id))
        .hasStackTraceContaining("outside_nothing_invented");
  }

  /** Every state by the recipient's link, and by an agency that it is not for. */
  @TestFactory
  Stream<DynamicTest> inEveryStateTheLinkStepsAsTheTableSaysAndAnAgencyNever() {
    Outsider doctor = Outsider.named("health");
    String id = refer(WORKER, to(doctor)).path("id");
    String session = Links.opened(Links.made(id));
    return Arrays.stream(ReferralStatus.values())
        .map(ReferralStatus::label)
        .map(from -> DynamicTest.dynamicTest(from, () -> attempts(id, session, from)));
  }

  private static void attempts(String id, String session, String from) {
    Map<String, Map<String, Object>> asked =
        Map.of(
            "accepted", Map.of(),
            "rejected", Map.of("reasonCode", "at-capacity"),
            "completed", Map.of("code", "provided"),
            "failed", Map.of("reasonCode", "at-capacity"));
    Map<String, String> steps =
        Map.of(
            "accepted", "acceptance",
            "rejected", "rejection",
            "completed", "completion",
            "failed", "failure");
    steps.forEach(
        (to, step) -> {
          Map<String, Object> said = Objects.requireNonNull(asked.get(to), to);
          putInto(id, from);
          for (Persona agency : AGENCIES) {
            step(
                    agency,
                    id,
                    "\"v0\"",
                    step,
                    to.equals("completed")
                        ? Requests.outcome(Requests.LATER, "provided")
                        : with(said, "happenedAt", Requests.LATER.toString()))
                .then()
                .statusCode(404);
          }
          int status = byLink(session, "\"v0\"", step, said).statusCode();
          int expected =
              from.equals("draft")
                  ? 404
                  : StateTableTest.TABLE.contains(StateTableTest.row(from, to, "target"))
                      ? 200
                      : 409;
          assertThat(status).as(from + " → " + to).isEqualTo(expected);
        });
    putInto(id, from);
    as(WORKER).get("/v1/referrals/" + id).then().statusCode(200).body("status", equalTo(from));
    boolean cancels =
        StateTableTest.TABLE.contains(StateTableTest.row(from, "cancelled", "requester"));
    step(WORKER, id, "\"v0\"", "cancellation", off("service-no-longer-needed"))
        .then()
        .statusCode(cancels ? 200 : 409);
  }

  private static void putInto(String id, String status) {
    boolean done = status.equals("completed");
    Backstage.execute(
        "update referral set status = ?, version = 0, packet_closed_at = null, packet_until = null,"
            + " claimed_by = null, claimed_at = null, acknowledged_at = null,"
            + " outcome_code = ?, outcome_at = "
            + (done ? "authored_at" : "null")
            + ", status_at = authored_at where id = ?::uuid",
        status,
        done ? "provided" : null,
        id);
  }

  private static Map<String, Object> to(Outsider named) {
    return with(
        without(Requests.referral(named.caseId()), "serviceId"),
        "recipientId",
        named.recipient().toString());
  }

  private static Map<String, Object> withItem(Outsider named, Map<String, Object> item) {
    return with(to(named), "packet", with(Requests.packet(), "items", List.of(item)));
  }

  private static Map<String, Object> item(String kind, @Nullable String because) {
    Map<String, Object> item = Map.of("kind", kind, "text", "Invented words");
    return because == null ? item : with(item, "because", because);
  }

  private static void refused(Map<String, Object> body, int status, String code) {
    refer(WORKER, body).then().statusCode(status).body("code", equalTo(code));
  }

  private static Response byLink(String session, String etag, String step, Map<String, ?> body) {
    return Links.with(session)
        .header("If-Match", etag)
        .body(json(body))
        .post("/link/v1/referral/" + step);
  }

  /** Whoever counts agencies must know that the id is none's. */
  private static void told(Outsider outside, String name) {
    String type = "org.hifazat.referrals." + name + ".v1";
    Awaitility.await(type)
        .atMost(Duration.ofSeconds(60))
        .until(() -> !events(outside.caseId(), type).isEmpty());
    assertThat(events(outside.caseId(), type))
        .allMatch(json -> json.contains("\"outsideDirectory\":true"));
  }

  private static List<String> events(UUID caseId, String type) {
    return Topic.read(Topic.REFERRALS, caseId).stream()
        .filter(record -> Topic.header(record, "ce_type").equals(type))
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(type, json))
        .toList();
  }
}
