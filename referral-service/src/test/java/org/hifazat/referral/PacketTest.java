package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.answered;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.completed;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.refer;
import static org.hifazat.referral.Requests.referral;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an agency is told, how long, and that the sender has seen it before. */
@HifazatTest(service = "referrals")
class PacketTest {
  private static final Map<String, String> NOTES =
      Map.of("kind", "clinical-notes", "text", "She does not sleep");
  private static final Map<String, String> RESULTS =
      Map.of("kind", "assessment-results", "text", "Eleven of forty");
  private static final Map<String, String> STATUS =
      Map.of("kind", "document-status", "text", "The family has no card");

  private final MutableClock clock;

  PacketTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  /** Courts and the police are counted elsewhere. */
  @AfterEach
  void leave() {
    Agencies.entry(Persona.LEGAL_AID);
  }

  @Test
  void thePreviewIsExactlyWhatTheAgencyReads() {
    UUID caseId = Backstage.openCaseWithConsent();
    Map<String, Object> packet =
        with(
            holding(
                with(STATUS, "because", "She is to be registered"),
                Map.of("kind", "needs", "text", "Somebody who speaks Pashto")),
            "attention",
            "Advocate Zubaida");
    Response preview = preview(Persona.SOCIAL_WORKER, caseId, Backstage.LEGAL_AID, packet);
    preview
        .then()
        .statusCode(200)
        .body("agencyId", equalTo(Persona.LEGAL_AID))
        .body("sharing", equalTo("consent"))
        .body("exceptions", contains("document-status"))
        .body("packet.items.kind", contains("needs", "document-status"))
        .body("packet.items.level", contains("service", "status"))
        .body("packet.items.because", contains(nullValue(), nullValue()));
    Map<String, Object> body = with(referral(caseId), "packet", packet);
    refer(Persona.SOCIAL_WORKER, body)
        .then()
        .statusCode(409)
        .body("code", equalTo("preview-needed"));
    refer(
            Persona.SOCIAL_WORKER,
            with(
                with(body, "packet", with(packet, "requestText", "Something else")),
                "preview",
                preview.path("preview")))
        .then()
        .statusCode(409)
        .body("code", equalTo("preview-differs"));
    Response made = refer(Persona.SOCIAL_WORKER, with(body, "preview", preview.path("preview")));
    made.then().statusCode(201).body("packet.items[1].because", equalTo("She is to be registered"));
    Response read =
        step(Persona.PARTNER_SYSTEM, made.path("id"), made.header("ETag"), "acceptance", at(LATER));
    assertThat(read.<Map<String, Object>>path("packet"))
        .isEqualTo(preview.<Map<String, Object>>path("packet"))
        .containsEntry("attention", "Advocate Zubaida");
    assertThat(Backstage.audit("MAKE_REFERRAL", made.path("id")))
        .containsExactly("performed consent-given released:document-status");
  }

  /** Each of its own rules, both the same. */
  @ParameterizedTest
  @ValueSource(strings = {"police", "court"})
  void policeAndCourtAreToldNoClinicalNotesAndNoPapersUnlessThatIsOrdered(String category) {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID desk = desk(category);
    for (Map<String, String> item : List.of(NOTES, STATUS)) {
      preview(Persona.SOCIAL_WORKER, caseId, desk, holding(item))
          .then()
          .statusCode(422)
          .body("code", equalTo("release-needs-order"))
          .body("errors[0].pointer", equalTo("/packet/items/0"));
      refer(Persona.SOCIAL_WORKER, with(referral(caseId, desk), "packet", holding(item)))
          .then()
          .statusCode(422)
          .body("code", equalTo("release-needs-order"));
    }
    Map<String, String> offered = Map.of("kind", "needs", "text", "A calm room");
    preview(Persona.SOCIAL_WORKER, caseId, desk, holding(offered)).then().statusCode(200);
  }

  @Test
  void thePoliceIsToldMoreOnAnOrderAndByTheSupervisor() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID police = desk("police");
    preview(
            Persona.SUPERVISOR,
            caseId,
            police,
            holding(with(NOTES, "because", "The court says so")))
        .then()
        .statusCode(422)
        .body("code", equalTo("release-needs-order"));
    for (UUID none : noOrdersInForce(caseId)) {
      preview(Persona.SUPERVISOR, caseId, police, holding(with(NOTES, "orderId", none.toString())))
          .then()
          .statusCode(422)
          .body("code", equalTo("order-not-in-force"))
          .body("errors[0].pointer", equalTo("/packet/items/0"));
    }
    UUID order = order(caseId, "child-protection-court", 1);
    Map<String, Object> ordered = holding(with(NOTES, "orderId", order.toString()));
    preview(Persona.SOCIAL_WORKER, caseId, police, ordered)
        .then()
        .statusCode(422)
        .body("code", equalTo("release-by-supervisor"))
        .body("errors[0].pointer", equalTo("/packet/items/0"));
    Response seen = preview(Persona.SUPERVISOR, caseId, police, ordered);
    seen.then().statusCode(200).body("exceptions", contains("clinical-notes"));
    Map<String, Object> body =
        with(with(referral(caseId, police), "packet", ordered), "preview", seen.path("preview"));
    refer(Persona.SOCIAL_WORKER, body)
        .then()
        .statusCode(422)
        .body("code", equalTo("release-by-supervisor"));
    Response made = refer(Persona.SUPERVISOR, body);
    made.then().statusCode(201);
    assertThat(Backstage.audit("MAKE_REFERRAL", made.path("id")))
        .containsExactly("performed consent-given released-on-order:clinical-notes order:" + order);
    as(Persona.SOCIAL_WORKER)
        .get("/v1/packet-rules?category=police")
        .then()
        .statusCode(200)
        .body(
            "items.findAll { it.release == 'included' }.kind",
            contains("access-needs", "incident-facts"))
        .body("items.findAll { it.level == 'clinical' }.release", contains("on-order", "on-order"))
        .body("items.findAll { it.level == 'clinical' }.yours", contains(false, false));
    assertThat(
            step(
                    Persona.PARTNER_SYSTEM,
                    made.path("id"),
                    made.header("ETag"),
                    "acceptance",
                    at(LATER))
                .asString())
        .contains("She does not sleep")
        .doesNotContain(order.toString());
  }

  /** Of another case, of no court, ended, over, and never heard of. */
  private static List<UUID> noOrdersInForce(UUID caseId) {
    UUID ended = order(caseId, "magistrate", 1);
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases.order-changed.v1",
        caseId,
        2,
        UUID.randomUUID(),
        told(ended, caseId, "magistrate", ",\"endedAt\":\"2026-11-02T06:00:00Z\""));
    UUID over = order(caseId, "magistrate", 1);
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases.order-changed.v1",
        caseId,
        2,
        UUID.randomUUID(),
        told(over, caseId, "magistrate", ",\"endsOn\":\"2026-03-05\""));
    Awaitility.await("the changes are known")
        .until(
            () ->
                Backstage.count(
                        "select count(*) from known_order where version = 2 and order_id in (?, ?)",
                        ended,
                        over)
                    == 2);
    return List.of(
        order(Backstage.openCase(), "magistrate", 1),
        order(caseId, "protection-officer", 1),
        ended,
        over,
        UUID.randomUUID());
  }

  private static UUID order(UUID caseId, String madeBy, long version) {
    UUID id = UUID.randomUUID();
    Topic.send(
        Topic.CASES,
        "org.hifazat.cases.order-made.v1",
        caseId,
        version,
        UUID.randomUUID(),
        told(id, caseId, madeBy, ",\"recordedAt\":\"2026-03-05T08:00:10Z\""));
    Awaitility.await("the order is known")
        .until(
            () -> Backstage.count("select count(*) from known_order where order_id = ?", id) == 1);
    return id;
  }

  private static String told(UUID id, UUID caseId, String madeBy, String more) {
    return """
        {"caseId":"%s","districtCode":"peshawar","unitId":"%s","orderId":"%s","kind":"other-order",
         "madeBy":"%s","beginsOn":"2026-03-04","happenedAt":"2026-03-04T06:00:00Z"%s}"""
        .formatted(caseId, Persona.PESHAWAR, id, madeBy, more);
  }

  @Test
  void thePoliceIsThePoliceAlsoWhereItOffersLegalAidAndARuleThatRanOutIsNotMadeUpFor() {
    UUID caseId = Backstage.openCaseWithConsent();
    refused(caseId, holding(with(RESULTS, "because", "They help")), "release-refused");
    Backstage.execute(
        "update known_agency set kind = 'police' where agency_id = ?", Backstage.LEGAL_AID);
    try {
      refused(caseId, holding(STATUS), "release-needs-order");
      refused(caseId, holding(RESULTS), "release-refused");
      as(Persona.SUPERVISOR)
          .get("/v1/packet-rules?category=legal-aid&agencyId=" + Persona.LEGAL_AID)
          .then()
          .body("items.find { it.kind == 'document-status' }.release", equalTo("on-order"))
          .body("items.find { it.kind == 'document-status' }.yours", equalTo(true));
      as(Persona.SUPERVISOR)
          .get("/v1/packet-rules?category=legal-aid&agencyId=" + UUID.randomUUID())
          .then()
          .statusCode(422)
          .body("code", equalTo("agency-unknown"));
    } finally {
      Backstage.execute(
          "update known_agency set kind = 'legal-aid' where agency_id = ?", Backstage.LEGAL_AID);
    }
    refused(caseId, holding(STATUS), "release-needs-reason");
    Backstage.execute(
        "insert into packet_rule values"
            + " ('legal-aid', 'document-status', 'on-order', '2020-01-01', '2021-01-01', 'test')");
    try {
      refused(caseId, holding(with(STATUS, "because", "Because")), "release-refused");
    } finally {
      Backstage.execute(
          "delete from packet_rule where category = 'legal-aid' and kind = 'document-status'");
    }
    as(Persona.SOCIAL_WORKER)
        .get("/v1/packet-rules?category=registration")
        .then()
        .body("items.find { it.kind == 'document-status' }.release", equalTo("on-order"));
  }

  @Test
  void clinicalItemsGoByAPsychologistAndOtherStaffReadTheirKindOnly() {
    UUID caseId = Backstage.openCaseWithConsent();
    UUID counselling = Agencies.entry(Persona.LEGAL_AID);
    Backstage.execute("update service set category = 'psychosocial' where id = ?", counselling);
    Map<String, Object> packet = holding(RESULTS);
    preview(Persona.SOCIAL_WORKER, caseId, counselling, packet)
        .then()
        .statusCode(422)
        .body("code", equalTo("clinical-by-psychologist"));
    Backstage.hand(caseId, Backstage.staff(Persona.PSYCHOLOGIST), Backstage.PESHAWAR);
    Map<String, Object> body = with(referral(caseId, counselling), "packet", packet);
    String seen =
        preview(Persona.PSYCHOLOGIST, caseId, counselling, packet)
            .then()
            .statusCode(200)
            .extract()
            .path("preview");
    refer(Persona.PSYCHOLOGIST, body)
        .then()
        .statusCode(409)
        .body("code", equalTo("preview-needed"));
    Response made = refer(Persona.PSYCHOLOGIST, with(body, "preview", seen));
    made.then().statusCode(201).body("packet.items[0].text", equalTo("Eleven of forty"));
    Backstage.hand(caseId, Backstage.staff(Persona.SOCIAL_WORKER), Backstage.PESHAWAR);
    Response read = as(Persona.SOCIAL_WORKER).get("/v1/referrals/" + made.path("id"));
    read.then()
        .statusCode(200)
        .body("packet.items[0].kind", equalTo("assessment-results"))
        .body("packet.items[0].text", equalTo(""));
    Links.make(Persona.SOCIAL_WORKER, made.path("id"))
        .then()
        .statusCode(422)
        .body("code", equalTo("clinical-by-psychologist"));
    Links.make(Persona.SUPERVISOR, made.path("id")).then().statusCode(201);
    step(Persona.PARTNER_SYSTEM, made.path("id"), made.header("ETag"), "acceptance", at(LATER))
        .then()
        .body("packet.items[0].text", equalTo("Eleven of forty"));
  }

  @Test
  void whatMayNotGoIsUnknownOrComesTwiceIsRefused() {
    UUID caseId = Backstage.openCase();
    refused(caseId, holding(NOTES), "release-refused");
    refused(caseId, holding(STATUS), "release-needs-reason");
    refused(caseId, holding(Map.of("kind", "childs-name", "text", "Z")), "item-unknown");
    Map<String, String> needs = Map.of("kind", "needs", "text", "A teacher");
    refused(caseId, holding(needs, needs), "item-twice");
    preview(Persona.SOCIAL_WORKER, caseId, Backstage.LEGAL_AID, Requests.packet())
        .then()
        .statusCode(200)
        .body("sharing", equalTo("none"));
  }

  @Test
  void thePacketIsReadForASetTimeAfterTheEndAndEveryReadingIsOnRecord() {
    Sent done = completed();
    String path = "/partner/v1/referrals/" + done.id();
    Response read = as(Persona.PARTNER_SYSTEM).get(path);
    read.then().body("packetState", equalTo("readable")).body("packetUntil", notNullValue());
    clock.advance(Duration.ofDays(30));
    Response late = as(Persona.PARTNER_SYSTEM).get(path);
    late.then()
        .statusCode(200)
        .body("status", equalTo("completed"))
        .body("packetState", equalTo("time-over"))
        .body("packet", nullValue());
    assertThat(late.asString()).doesNotContain("custody", "uncle");
    as(Persona.SOCIAL_WORKER)
        .get("/v1/referrals/" + done.id())
        .then()
        .body("packet.requestText", notNullValue())
        .body("packetState", equalTo("time-over"));
    assertThat(Backstage.audit("PARTNER_VIEW_REFERRAL", done.id()))
        .endsWith("read packet-readable", "read packet-time-over");
    answered(sent(), "rejection", because(LATER, "out-of-area"));
  }

  @Test
  void whatWasRejectedOrEnteredInErrorIsReadNoMore() {
    Sent rejected = answered(sent(), "rejection", because(LATER, "out-of-area"));
    as(Persona.PARTNER_SYSTEM)
        .get("/partner/v1/referrals/" + rejected.id())
        .then()
        .body("packetState", equalTo("time-over"))
        .body("packet", nullValue());
    Sent accepted = answered(sent(), "acceptance", at(LATER));
    Requests.step(
            Persona.SOCIAL_WORKER,
            accepted,
            "entered-in-error",
            Map.of("reasonCode", "wrong-child", "reason", "It is of the girl next door"))
        .then()
        .statusCode(200)
        .body("status", equalTo("entered-in-error"))
        .body("statusCode", equalTo("wrong-child"));
    Response read = as(Persona.PARTNER_SYSTEM).get("/partner/v1/referrals/" + accepted.id());
    read.then()
        .body("status", equalTo("entered-in-error"))
        .body("statusCode", equalTo("wrong-child"))
        .body("statusReason", nullValue())
        .body("packetState", equalTo("taken-back"))
        .body("packet", nullValue());
    Requests.step(Persona.PARTNER_SYSTEM, accepted.id(), read.header("ETag"), "start", at(LATER))
        .then()
        .statusCode(409);
  }

  static Response preview(Persona persona, UUID caseId, UUID service, Map<String, Object> packet) {
    return as(persona)
        .body(
            json(
                Map.of(
                    "caseId",
                    caseId.toString(),
                    "serviceId",
                    service.toString(),
                    "packet",
                    packet)))
        .post("/v1/referral-previews");
  }

  private static void refused(UUID caseId, Map<String, Object> packet, String code) {
    preview(Persona.SOCIAL_WORKER, caseId, Backstage.LEGAL_AID, packet)
        .then()
        .statusCode(422)
        .body("code", equalTo(code));
  }

  @SafeVarargs
  private static Map<String, Object> holding(Map<String, ?>... items) {
    return with(Requests.packet(), "items", List.of(items));
  }

  private static Map<String, Object> with(Map<String, ?> item, String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(item);
    changed.put(field, value);
    return changed;
  }

  /** A desk of the legal aid centre: what counts is the kind of service. */
  private static UUID desk(String category) {
    UUID id = Agencies.entry(Persona.LEGAL_AID);
    Backstage.execute(
        "update service set category = ?, status = 'active' where id = ?", category, id);
    return id;
  }
}
