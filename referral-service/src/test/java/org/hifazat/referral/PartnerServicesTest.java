package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.because;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Requests.step;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the partner API offers a system besides the referrals themselves. */
@HifazatTest(service = "referrals")
class PartnerServicesTest {
  private static final Persona AGENCY = Persona.PARTNER_SYSTEM;
  private static final Persona WORKER = Persona.SOCIAL_WORKER;
  private static final String OUTCOMES = "/partner/v1/code-maps/outcome";
  private static final String CATEGORIES = "/partner/v1/code-maps/category";
  private static final String LANGUAGES = "/partner/v1/code-maps/language";
  private static final String REASONS = "/partner/v1/code-maps/status-reason";

  private final MutableClock clock;
  private final Database asSomebody;

  PartnerServicesTest(MutableClock clock, AgroalDataSource database, CallerContext callers) {
    this.clock = clock;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
    Backstage.execute("delete from agency_code_map");
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
    Backstage.execute("delete from agency_code_map");
  }

  @Test
  void anAgencyAnswersAndReadsInItsOwnCodes() {
    Response none = as(AGENCY).get(OUTCOMES);
    none.then().statusCode(200).body("items", empty());
    assertThat(none.header("ETag")).isEqualTo("\"v0\"");
    keep(OUTCOMES, "\"v0\"", List.of(code("ERLEDIGT-1", "provided"), code("DONE", "provided")))
        .then()
        .statusCode(200);
    keep(OUTCOMES, "\"v0\"", List.of()).then().statusCode(412);
    keep(REASONS, "\"v0\"", List.of(code("FULL", "at-capacity"))).then().statusCode(200);
    Sent sent = sent();
    step(AGENCY, sent, "hold", because(LATER, "FULL")).then().statusCode(409);
    Sent accepted = Requests.answered(sent, "acceptance", at(LATER));
    Sent held = Requests.answered(accepted, "hold", because(LATER, "FULL"));
    as(WORKER).get("/v1/referrals/" + sent.id()).then().body("statusCode", equalTo("at-capacity"));
    Sent goesOn = Requests.answered(held, "start", at(LATER));
    step(AGENCY, goesOn, "completion", Requests.outcome(LATER, "PERFECT"))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"));
    step(AGENCY, goesOn, "completion", Requests.outcome(LATER, "DONE"))
        .then()
        .statusCode(200)
        .body("outcome.code", equalTo("provided"))
        .body("agencyCodes.outcomeCode", equalTo("ERLEDIGT-1"))
        .body("agencyCodes.reasonCode", nullValue());
    as(Persona.OTHER_PARTNER_SYSTEM).get(OUTCOMES).then().statusCode(200).body("items", empty());
    assertThat(
            asSomebody.count(
                Database.caller(Persona.OTHER_PARTNER_SYSTEM),
                "select count(*) from agency_code_map"))
        .isZero();
  }

  @Test
  void theCommissionKeepsAnAgencysWordsAndPeopleThereReadThemAndAreTakenAtOurs() {
    Persona person = Persona.PARTNER_WORKER;
    String ofAgency = "/v1/agencies/" + Backstage.LEGAL_AID + "/code-maps/";
    String ofNobody = "/v1/agencies/" + UUID.randomUUID() + "/code-maps/outcome";
    Map<String, ?> map = Map.of("items", List.of(code("at-capacity", "other")));
    as(person).header("If-Match", "\"v0\"").body(json(map)).put(REASONS).then().statusCode(403);
    as(Persona.COMMISSION_ADMIN)
        .header("If-Match", "\"v0\"")
        .body(json(map))
        .put(ofAgency + "status-reason")
        .then()
        .statusCode(200);
    assertThat(asSomebody.change(person, "update agency_code_map set entries = '[]', version = 9"))
        .isZero();
    as(person).get(REASONS).then().statusCode(200).body("items.theirs", contains("at-capacity"));
    as(Persona.COMMISSION_ADMIN)
        .body(json(Map.of("list", "status-reason", "codes", List.of("at-capacity"))))
        .post(ofAgency + "test")
        .then()
        .statusCode(200)
        .body("codes.ours", contains("other"));
    as(Persona.COMMISSION_ADMIN).get(ofNobody).then().statusCode(200).body("items", empty());
    as(Persona.COMMISSION_ADMIN)
        .header("If-Match", "\"v0\"")
        .body("{\"items\":[]}")
        .put(ofNobody)
        .then()
        .statusCode(404);
    as(Persona.OTHER_PARTNER_WORKER).get(REASONS).then().body("items", empty());
    step(person, sent(), "rejection", because(LATER, "at-capacity"))
        .then()
        .statusCode(200)
        .body("statusCode", equalTo("at-capacity"));
  }

  static Response keepNone(Persona persona, String base) {
    Backstage.execute("delete from agency_code_map");
    return as(persona)
        .header("If-Match", "\"v0\"")
        .body("{\"items\":[]}")
        .put(base + "/code-maps/reason");
  }

  @Test
  void codesAreTriedBeforeAnythingIsAnsweredWithThem() {
    keep(OUTCOMES, "\"v0\"", List.of(code("DONE", "provided"))).then().statusCode(200);
    as(AGENCY)
        .body(json(Map.of("list", "outcome", "codes", List.of("DONE", "not-provided", "HALF"))))
        .post("/partner/v1/code-maps/test")
        .then()
        .statusCode(200)
        .body("codes.by", contains("map", "same", "none"))
        .body("codes.ours", contains("provided", "not-provided", null))
        .body("unmapped", hasItem("partly-provided"));
    keep(OUTCOMES, "\"v1\"", List.of(code("DONE", "perfect")))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"))
        .body("errors[0].pointer", equalTo("/items/0/ours"));
    keep(OUTCOMES, "\"v1\"", List.of(code("DONE", "provided"), code("DONE", "not-provided")))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/1/theirs"));
    as(AGENCY).get("/partner/v1/code-maps/anything").then().statusCode(400);
  }

  @Test
  void anAgencyReadsKindsOfServiceAndLanguagesInItsOwnCodes() {
    keep(CATEGORIES, "\"v0\"", List.of(code("4.2", "legal-aid"))).then().statusCode(200);
    keep(LANGUAGES, "\"v0\"", List.of(code("pbu", "ps"), code("pst", "ps")))
        .then()
        .statusCode(200)
        .body("list", equalTo("language"));
    Sent sent = sent();
    String path = "/partner/v1/referrals/" + sent.id();
    as(AGENCY)
        .get(path)
        .then()
        .statusCode(200)
        .body("category", equalTo("legal-aid"))
        .body("agencyCodes.category", equalTo("4.2"))
        .body("summary.language", equalTo("ps"))
        .body("agencyCodes.language", equalTo("pbu"))
        .body("agencyCodes.reasonCode", nullValue());
    Sent accepted = Requests.answered(sent, "acceptance", at(LATER));
    as(AGENCY)
        .get(path)
        .then()
        .body("packet.language", equalTo("ps"))
        .body("agencyCodes.language", equalTo("pbu"));
    keep(CATEGORIES, "\"v1\"", List.of(code("5", "shelter"))).then().statusCode(200);
    as(AGENCY)
        .get(path)
        .then()
        .body("agencyCodes.category", nullValue())
        .body("agencyCodes.language", equalTo("pbu"));
    step(WORKER, accepted, "entered-in-error", Requests.off("wrong-child")).then().statusCode(200);
    as(AGENCY)
        .get(path)
        .then()
        .statusCode(200)
        .body("packetState", equalTo("taken-back"))
        .body("agencyCodes", nullValue());
  }

  @Test
  void kindsOfServiceAndLanguagesAreTriedAndOnlyOursAreMapped() {
    keep(CATEGORIES, "\"v0\"", List.of(code("4.2", "legal-aid"))).then().statusCode(200);
    keep(LANGUAGES, "\"v0\"", List.of(code("pbu", "ps"))).then().statusCode(200);
    tried("category", "4.2", "shelter", "4.3")
        .body("codes.by", contains("map", "same", "none"))
        .body("codes.ours", contains("legal-aid", "shelter", null))
        .body("unmapped", hasItem("shelter"))
        .body("unmapped", not(hasItem("legal-aid")));
    tried("language", "pbu", "hno", "zz")
        .body("codes.by", contains("map", "same", "none"))
        .body("codes.ours", contains("ps", "hno", null))
        .body("unmapped", hasItem("sgn"))
        .body("unmapped", not(hasItem("ps")));
    // A kind of agency is no kind of service, and no list has the codes of another.
    for (String unknown : List.of("hospital", "ps", "provided")) {
      refused(CATEGORIES, unknown);
    }
    for (String unknown : List.of("zz", "shelter")) {
      refused(LANGUAGES, unknown);
    }
    keep(LANGUAGES, "\"v1\"", List.of(code("x", "ps"), code("x", "ur")))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/items/1/theirs"));
    keep(LANGUAGES, "\"v0\"", List.of()).then().statusCode(412);
    as(AGENCY).get(LANGUAGES).then().body("items.theirs", contains("pbu"));
  }

  @Test
  void whatAnAgencyCallsKindsOfServiceAndLanguagesIsNobodyElses() {
    Persona other = Persona.OTHER_PARTNER_SYSTEM;
    as(other)
        .header("If-Match", "\"v0\"")
        .body(json(Map.of("items", List.of(code("PASHTO", "ps")))))
        .put(LANGUAGES)
        .then()
        .statusCode(200);
    as(AGENCY).get(LANGUAGES).then().statusCode(200).body("items", empty());
    as(AGENCY).get("/partner/v1/referrals/" + sent().id()).then().body("agencyCodes", nullValue());
    keep(LANGUAGES, "\"v0\"", List.of(code("pbu", "ps"))).then().statusCode(200);
    Response theirs = as(other).get(LANGUAGES);
    theirs.then().statusCode(200).body("items.theirs", contains("PASHTO"));
    assertThat(theirs.header("ETag")).isEqualTo("\"v1\"");
    assertThat(
            asSomebody.change(
                AGENCY,
                "update agency_code_map set entries = '[]', version = 9 where agency_id <> '"
                    + Backstage.LEGAL_AID
                    + "'"))
        .isZero();
    as(Persona.PARTNER_WORKER)
        .header("If-Match", "\"v1\"")
        .body("{\"items\":[]}")
        .put(LANGUAGES)
        .then()
        .statusCode(403);
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/agencies/" + Backstage.LEGAL_AID + "/code-maps/language")
        .then()
        .statusCode(200)
        .body("items.theirs", contains("pbu"));
  }

  @Test
  void bothSidesSeeWhatWasDeliveredAndWhenItWasRead() {
    Webhooks.Endpoint endpoint =
        Webhooks.Endpoint.of(Webhooks.add(AGENCY, "https://receiver.invalid/hook"));
    Webhooks.change(AGENCY, endpoint, "pause", Map.of()).then().statusCode(200);
    Sent sent = sent();
    String ours = "/v1/referrals/" + sent.id() + "/receipts";
    String theirs = "/partner" + ours;
    as(WORKER)
        .get(ours)
        .then()
        .statusCode(200)
        .body("agency", nullValue())
        .body("sender.currentReadAt", notNullValue())
        .body("notices.type", contains("referral.requested"))
        .body("notices.state", contains("waiting"));
    as(AGENCY).get("/partner/v1/referrals/" + sent.id()).then().statusCode(200);
    as(WORKER).get(ours).then().body("agency.currentReadAt", notNullValue());
    Requests.answered(sent, "acceptance", at(LATER));
    as(AGENCY)
        .get(theirs)
        .then()
        .statusCode(200)
        .body("sender.firstReadAt", notNullValue())
        .body("sender.currentReadAt", nullValue());
    as(WORKER).get("/v1/referrals/" + sent.id()).then().statusCode(200);
    as(AGENCY).get(theirs).then().body("sender.currentReadAt", notNullValue());
    as(Persona.OTHER_PARTNER_SYSTEM).get(theirs).then().statusCode(404);
    as(Persona.OTHER_UNIT_SUPERVISOR).get(ours).then().statusCode(404);
    String told = "select count(*) from webhook_receipts('" + sent.id() + "')";
    assertThat(asSomebody.count(Database.caller(WORKER), told)).isEqualTo(2);
    assertThat(asSomebody.count(Database.caller(Persona.OTHER_UNIT_SUPERVISOR), told)).isZero();
  }

  @Test
  void aClientIsToldItsPaceAndKeptToIt() {
    clock.stopAt(clock.instant().plus(Duration.ofHours(1)));
    Persona other = Persona.OTHER_PARTNER_SYSTEM;
    Response first = as(other).get("/partner/v1/referral-codes");
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"client\";q=600;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"client\";r=599;t=60");
    clock.advance(Duration.ofSeconds(20));
    for (int i = 0; i < 599; i++) {
      as(other).get("/partner/v1/referral-codes").then().statusCode(200);
    }
    Response refused = as(other).get("/partner/v1/referral-codes");
    refused.then().statusCode(429).body("code", equalTo("too-many-requests"));
    assertThat(refused.header("Retry-After")).isEqualTo("40");
    assertThat(refused.header("RateLimit")).isEqualTo("\"client\";r=0;t=40");
    Response another = as(AGENCY).get("/partner/v1/referral-codes");
    another.then().statusCode(200);
    assertThat(another.header("RateLimit-Policy")).isEqualTo("\"client\";q=100000;w=60");
    clock.advance(Duration.ofSeconds(40));
    as(other).get("/partner/v1/referral-codes").then().statusCode(200);
    assertThat(as(WORKER).get("/v1/referral-codes").header("RateLimit")).isNull();
  }

  /** Equal times come when many rows change in one transaction. */
  @Test
  void ofReferralsThatChangedAtTheSameTimeNoneIsLostBetweenPages() {
    Instant same = Instant.parse("2026-11-03T01:02:03.123456Z");
    Set<String> all = new TreeSet<>();
    UUID caseId = Backstage.openCaseWithConsent();
    for (int i = 0; i < 5; i++) {
      all.add(sent(caseId).id());
    }
    Backstage.execute(
        "update referral set last_modified = ? where case_id = ?",
        same.atOffset(java.time.ZoneOffset.UTC),
        caseId);
    Set<String> seen = new TreeSet<>();
    String query = "?limit=2&updatedSince=" + same;
    String next = query;
    while (next != null && !seen.containsAll(all)) {
      Response page = as(AGENCY).urlEncodingEnabled(false).get("/partner/v1/referrals" + next);
      page.then().statusCode(200);
      seen.addAll(page.jsonPath().getList("items.id"));
      String link = page.header("Link");
      next = link == null ? null : query + "&" + ServiceDirectoryTest.cursor(link);
    }
    assertThat(seen).containsAll(all);
  }

  private static ValidatableResponse tried(String list, String... codes) {
    return as(AGENCY)
        .body(json(Map.of("list", list, "codes", List.of(codes))))
        .post("/partner/v1/code-maps/test")
        .then()
        .statusCode(200);
  }

  private static void refused(String path, String unknown) {
    keep(path, "\"v1\"", List.of(code("X", unknown)))
        .then()
        .statusCode(422)
        .body("code", equalTo("code-unknown"))
        .body("errors[0].pointer", equalTo("/items/0/ours"));
  }

  private static Map<String, Object> code(String theirs, String ours) {
    return Map.of("theirs", theirs, "ours", ours);
  }

  private static Response keep(String path, String etag, List<Map<String, Object>> items) {
    return as(AGENCY).header("If-Match", etag).body(json(Map.of("items", items))).put(path);
  }
}
