package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.LATER;
import static org.hifazat.referral.Requests.at;
import static org.hifazat.referral.Requests.bearing;
import static org.hifazat.referral.Requests.json;

import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that was given less than its agency: what it may do, and of which referrals. */
@HifazatTest(service = "referrals")
class LimitedClientTest {
  private static final String REFERRALS = "/partner/v1/referrals/";

  @BeforeEach
  void arrange() {
    Agencies.known();
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
  }

  /** Every call of the partner API by the scope it is in; the rest is a whole agency's. */
  @Test
  void aClientDoesWhatItsScopesNameAndNothingElse() {
    String id = Requests.accepted(Requests.sent()).id();
    Map<String, BiFunction<String, String, Response>> calls = new LinkedHashMap<>();
    calls.put("read", (token, of) -> bearing(token).get(REFERRALS + of));
    calls.put("read list", (token, of) -> bearing(token).get("/partner/v1/referrals"));
    calls.put("read inbox", (token, of) -> bearing(token).get("/partner/v1/inbox?shelf=waiting"));
    calls.put("read thread", (token, of) -> bearing(token).get(REFERRALS + of + "/messages"));
    calls.put("read files", (token, of) -> bearing(token).get(REFERRALS + of + "/attachments"));
    calls.put("read receipts", (token, of) -> bearing(token).get(REFERRALS + of + "/receipts"));
    calls.put("read feedback", (token, of) -> bearing(token).get(REFERRALS + of + "/feedback"));
    calls.put("read FHIR", (token, of) -> bearing(token).get("/partner/v1/fhir/R4/Task/" + of));
    calls.put("answer", LimitedClientTest::step);
    calls.put("answer by message", LimitedClientTest::message);
    calls.put("attach", LimitedClientTest::attach);
    calls.put("whole hooks", (token, of) -> bearing(token).get("/partner/v1/webhook-endpoints"));
    calls.put(
        "whole hooks' secrets",
        (token, of) ->
            bearing(token).post("/partner/v1/webhook-endpoints/" + of + "/shared-secret"));
    calls.put("whole codes", (token, of) -> bearing(token).get("/partner/v1/code-maps/outcome"));
    calls.put("whole notices", (token, of) -> bearing(token).get("/partner/v1/notice-addresses"));
    calls.put("whole sandbox", (token, of) -> bearing(token).post("/partner/v1/sandbox/reset"));
    calls.put("whole handing over", LimitedClientTest::handOver);
    for (String scopes : new String[] {"read", "answer", "attach", "answer attach read"}) {
      String token = Tokens.saying(Persona.PARTNER_SYSTEM, Map.of("partner_scopes", scopes));
      Set<String> refused = new TreeSet<>();
      Set<String> expected = new TreeSet<>();
      calls.forEach(
          (what, call) -> {
            Response answer = call.apply(token, id);
            if (answer.statusCode() == 403) {
              answer
                  .then()
                  .body(
                      what.contains("FHIR") ? "issue[0].details.coding[0].code" : "code",
                      equalTo("scope-missing"));
              refused.add(what);
            }
            if (!Set.of(scopes.split(" ")).contains(what.split(" ", -1)[0])) {
              expected.add(what);
            }
          });
      assertThat(refused).as(scopes).isEqualTo(expected);
      bearing(token).get("/partner/v1/referral-codes").then().statusCode(200);
    }
    assertThat(
            Backstage.count(
                "select count(*) from audit_record where outcome = 'refused'"
                    + " and codes = '{scope-missing}' and operation = 'PARTNER_ATTACH'"))
        .isPositive();
  }

  @Test
  void whoMayAnswerAndNotReadIsNotReadThePacketInTheAnswer() {
    Sent sent = Requests.sent();
    String etag =
        forward("answer", sent.etag(), sent.id() + "/acceptance")
            .then()
            .statusCode(200)
            .body("status", equalTo("accepted"))
            .body("packet", nullValue())
            .body("summary.caseCode", nullValue())
            .extract()
            .header("ETag");
    forward("answer read", etag, sent.id() + "/start")
        .then()
        .statusCode(200)
        .body("packet", notNullValue());
  }

  private static Response forward(String scopes, String etag, String step) {
    return bearing(Tokens.saying(Persona.PARTNER_SYSTEM, Map.of("partner_scopes", scopes)))
        .header("If-Match", etag)
        .body(json(at(LATER)))
        .post(REFERRALS + step);
  }

  @Test
  void aClientOfSomeDistrictsOrServicesSeesAndAnswersNoOtherReferral() {
    Sent here = Requests.sent();
    Sent there = Requests.sent();
    Sent other = Requests.sent();
    Backstage.execute("update referral set district_code = 'tank' where id = ?::uuid", there.id());
    Backstage.execute("update referral set category = 'shelter' where id = ?::uuid", other.id());
    String ofTank =
        Tokens.saying(Persona.PARTNER_SYSTEM, Map.of("partner_districts", "bannu tank"));
    String legal =
        Tokens.saying(
            Persona.PARTNER_SYSTEM,
            Map.of("partner_districts", "peshawar", "partner_categories", "legal-aid"));
    bearing(ofTank).get(REFERRALS + there.id()).then().statusCode(200);
    for (String hidden : new String[] {here.id(), other.id()}) {
      bearing(ofTank).get(REFERRALS + hidden).then().statusCode(404);
      bearing(ofTank).get(REFERRALS + hidden + "/messages").then().statusCode(404);
      step(ofTank, hidden).then().statusCode(404);
    }
    bearing(ofTank)
        .get("/partner/v1/referrals?limit=100")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(there.id()))
        .body("items.id", everyItem(not(equalTo(here.id()))));
    bearing(ofTank).get("/partner/v1/webhook-endpoints").then().statusCode(403);
    bearing(legal).get(REFERRALS + here.id()).then().statusCode(200);
    bearing(legal).get(REFERRALS + other.id()).then().statusCode(404);
    bearing(legal)
        .header("If-Match", here.etag())
        .body(json(at(LATER)))
        .post(REFERRALS + here.id() + "/acceptance")
        .then()
        .statusCode(200);
  }

  /** Out of date on purpose: what is permitted answers 412 and changes nothing. */
  private static Response step(String token, String id) {
    return bearing(token)
        .header("If-Match", "\"v99\"")
        .body(json(at(LATER)))
        .post(REFERRALS + id + "/start");
  }

  /** It keeps the agency's people apart, so not what a client with less does. */
  private static Response handOver(String token, String id) {
    return bearing(token)
        .header("If-Match", "\"v99\"")
        .body(json(Map.of("reason", "On invented leave")))
        .post(REFERRALS + id + "/handing-over");
  }

  private static Response message(String token, String id) {
    return bearing(token)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(Map.of("text", "When may we come?")))
        .post(REFERRALS + id + "/messages");
  }

  static Response attach(String token, String id) {
    return bearing(token)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(
            json(
                Map.of(
                    "mediaType",
                    "application/pdf",
                    "size",
                    40_000,
                    "sha256",
                    "0".repeat(64),
                    "title",
                    "Invented letter")))
        .post(REFERRALS + id + "/attachments");
  }
}
