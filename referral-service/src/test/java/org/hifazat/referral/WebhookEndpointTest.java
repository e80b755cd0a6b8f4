package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.json;
import static org.hifazat.referral.Requests.sent;
import static org.hifazat.referral.Webhooks.change;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Housekeeping;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Webhooks.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Setting up, pausing, new keys and removal, by an agency's system and by administrators. */
@HifazatTest(service = "referrals")
class WebhookEndpointTest {
  private static final Map<String, Object> NOTHING = Map.of();

  private final MutableClock clock;
  private final Housekeeping housekeeping;
  private final Database asSomebody;
  private final Receiver receiver = new Receiver();

  WebhookEndpointTest(
      MutableClock clock,
      Housekeeping housekeeping,
      AgroalDataSource database,
      CallerContext callers) {
    this.clock = clock;
    this.housekeeping = housekeeping;
    this.asSomebody = new Database(database, callers);
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
  }

  @AfterEach
  void leaveNothing() {
    Webhooks.none();
    receiver.close();
  }

  @Test
  void anAgencysSystemSetsUpAnEndpointCallsItForATestAndRemovesIt() {
    Response added = Webhooks.add(Persona.PARTNER_SYSTEM, receiver.url());
    added
        .then()
        .statusCode(201)
        .body("agencyId", equalTo(Persona.LEGAL_AID))
        .body("state", equalTo("active"))
        .body("publicKey", startsWith("whpk_"))
        .body("previousPublicKey", nullValue());
    Endpoint endpoint = Endpoint.of(added);
    assertThat(added.header("Location"))
        .isEqualTo("/partner/v1/webhook-endpoints/" + endpoint.id());
    Webhooks.test(Persona.PARTNER_SYSTEM, endpoint)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("delivered"))
        .body("status", equalTo(204));
    Receiver.Got test = receiver.got().getFirst();
    assertThat(test.json().getString("type")).isEqualTo("endpoint.test");
    assertThat(test.verifiedBy(endpoint.publicKey(), clock.instant())).isTrue();
    as(Persona.COMMISSION_ADMIN)
        .get("/v1/webhook-endpoints?agencyId=" + Persona.LEGAL_AID)
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(endpoint.id()));
    delete(Persona.PARTNER_SYSTEM, endpoint).then().statusCode(204);
    delete(Persona.PARTNER_SYSTEM, endpoint).then().statusCode(404);
    assertThat(
            Backstage.count(
                "select count(*) from subject_key where subject_id = ? and wrapped_key is null",
                UUID.fromString(endpoint.id())))
        .as("its keys are destroyed")
        .isOne();
    assertThat(Backstage.audit("ADD_WEBHOOK", endpoint.id())).containsExactly("performed http");
    assertThat(Backstage.audit("TEST_WEBHOOK", endpoint.id())).containsExactly("performed ");
    assertThat(Backstage.audit("DELETE_WEBHOOK", endpoint.id()))
        .containsExactly("performed ", "refused not-found");
  }

  @Test
  void whatNobodyMaySendToIsNotSetUp() {
    for (String url :
        new String[] {
          "http://10.0.0.1/",
          "http://127.0.0.2/",
          "https://[::1]/",
          "https://[::ffff:169.254.169.254]/latest",
          "ftp://hooks.example.org/",
          "https://user:word@hooks.example.org/",
          "hooks.example.org"
        }) {
      Webhooks.add(Persona.PARTNER_SYSTEM, url)
          .then()
          .statusCode(422)
          .body("code", equalTo("receiver-address-refused"));
    }
    as(Persona.COMMISSION_ADMIN)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(Map.of("url", receiver.url(), "agencyId", UUID.randomUUID().toString())))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(422)
        .body("code", equalTo("agency-unknown"));
    for (int i = 0; i < 5; i++) {
      Webhooks.at(receiver);
    }
    Webhooks.add(Persona.COMMISSION_ADMIN, receiver.url())
        .then()
        .statusCode(409)
        .body("code", equalTo("too-many-endpoints"));
  }

  @Test
  void anotherAgencysEndpointIsAbsent() {
    Endpoint endpoint = Webhooks.at(receiver);
    Persona other = Persona.OTHER_PARTNER_SYSTEM;
    String path = "/partner/v1/webhook-endpoints/" + endpoint.id();
    as(other).get(path).then().statusCode(404);
    as(other).get(path + "/messages").then().statusCode(404);
    change(other, endpoint, "pause", NOTHING).then().statusCode(404);
    change(other, endpoint, "rotation", Map.of("overlapHours", 1)).then().statusCode(404);
    Webhooks.share(other, endpoint).then().statusCode(404);
    Webhooks.shareNoMore(other, endpoint).then().statusCode(404);
    Webhooks.test(other, endpoint).then().statusCode(404);
    Webhooks.replay(other, endpoint, Map.of("since", "2026-01-01T00:00:00Z"))
        .then()
        .statusCode(404);
    delete(other, endpoint).then().statusCode(404);
    as(other).get("/partner/v1/webhook-endpoints").then().statusCode(200).body("items", hasSize(0));
    as(other)
        .get("/v1/webhook-endpoints?agencyId=" + Persona.LEGAL_AID)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    as(other)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(json(Map.of("url", receiver.url(), "agencyId", Persona.LEGAL_AID)))
        .post("/v1/webhook-endpoints")
        .then()
        .statusCode(422)
        .body("code", equalTo("agency-unknown"));
    assertThat(Backstage.audit("ADD_WEBHOOK", Persona.LEGAL_AID)).contains("refused not-found");
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void whileItIsPausedMessagesWaitAndThenGoAtOnce() {
    Endpoint endpoint = Webhooks.at(receiver);
    Response paused = change(Persona.COMMISSION_ADMIN, endpoint, "pause", NOTHING);
    paused.then().statusCode(200).body("state", equalTo("paused"));
    change(Persona.PARTNER_SYSTEM, endpoint, "pause", NOTHING).then().statusCode(412);
    change(Persona.PARTNER_SYSTEM, Endpoint.of(paused), "pause", NOTHING)
        .then()
        .statusCode(409)
        .body("code", equalTo("endpoint-not-active"));
    as(Persona.PARTNER_SYSTEM)
        .body("{}")
        .post("/partner/v1/webhook-endpoints/" + endpoint.id() + "/resumption")
        .then()
        .statusCode(428);
    sent();
    Webhooks.test(Persona.PARTNER_SYSTEM, endpoint).then().body("outcome", equalTo("delivered"));
    Webhooks.awaitState(endpoint, "waiting", 1);
    assertThat(receiver.got()).as("the test call alone").hasSize(1);
    Response resumed = change(Persona.PARTNER_SYSTEM, Endpoint.of(paused), "resumption", NOTHING);
    resumed.then().statusCode(200);
    Webhooks.awaitState(endpoint, "delivered", 1);
    change(Persona.PARTNER_SYSTEM, Endpoint.of(resumed), "resumption", NOTHING)
        .then()
        .statusCode(409)
        .body("code", equalTo("endpoint-active"));
  }

  @Test
  void afterARotationBothKeysSignForTheOverlapAndThenTheNewOneAlone() {
    Endpoint before = Webhooks.at(receiver);
    Response rotated =
        change(Persona.PARTNER_SYSTEM, before, "rotation", Map.of("overlapHours", 24));
    rotated
        .then()
        .statusCode(200)
        .body("previousPublicKey", equalTo(before.publicKey()))
        .body("previousKeyUntil", notNullValue());
    Endpoint after = Endpoint.of(rotated);
    assertThat(after.publicKey()).isNotEqualTo(before.publicKey());
    Receiver.Got during = tested(after);
    assertThat(during.signature().split(" ")).hasSize(2);
    assertThat(during.verifiedBy(before.publicKey(), clock.instant())).isTrue();
    assertThat(during.verifiedBy(after.publicKey(), clock.instant())).isTrue();
    clock.advance(Duration.ofHours(25));
    Receiver.Got late = tested(after);
    assertThat(late.verifiedBy(before.publicKey(), clock.instant())).isFalse();
    assertThat(late.verifiedBy(after.publicKey(), clock.instant())).isTrue();
    Response atOnce = change(Persona.PARTNER_SYSTEM, after, "rotation", Map.of("overlapHours", 0));
    atOnce.then().statusCode(200).body("previousPublicKey", nullValue());
    assertThat(tested(after).verifiedBy(after.publicKey(), clock.instant())).isFalse();
    change(Persona.PARTNER_SYSTEM, Endpoint.of(atOnce), "rotation", Map.of("overlapHours", 169))
        .then()
        .statusCode(400);
    assertThat(Backstage.audit("CHANGE_WEBHOOK", before.id()))
        .containsExactly("performed rotated overlap-hours:24", "performed rotated overlap-hours:0");
    assertThat(
            Backstage.count(
                "select count(*) from webhook_endpoint e where e::text like '%whsk_%'"
                    + " or encode(e.signing_key, 'escape') like '%whsk_%'"))
        .as("no key that signs is readable")
        .isZero();
  }

  @Test
  void theDatabaseShowsEndpointsAndMessagesToTheirAgencyAdministratorsAndTheSenderOnly() {
    Endpoint endpoint = Webhooks.at(receiver);
    sent();
    Webhooks.awaitState(endpoint, "delivered", 1);
    for (String rows :
        List.of("select count(*) from webhook_endpoint", "select count(*) from webhook_delivery")) {
      assertThat(seen(Persona.PARTNER_SYSTEM, rows)).isOne();
      assertThat(seen(Persona.COMMISSION_ADMIN, rows)).isOne();
      assertThat(asSomebody.count(Caller.system("webhooks"), rows)).isOne();
      assertThat(seen(Persona.OTHER_PARTNER_SYSTEM, rows)).isZero();
      assertThat(seen(Persona.SOCIAL_WORKER, rows)).isZero();
      assertThat(seen(Persona.COMMISSION_MONITOR, rows)).isZero();
      assertThat(asSomebody.count(Caller.nobody(), rows)).isZero();
    }
    assertThat(
            asSomebody.change(
                Persona.OTHER_PARTNER_SYSTEM, "update webhook_endpoint set state = 'paused'"))
        .isZero();
  }

  @Test
  void messagesAreKeptForAMonth() {
    Endpoint endpoint = Webhooks.at(receiver);
    sent();
    Webhooks.awaitState(endpoint, "delivered", 1);
    clock.advance(Duration.ofDays(29));
    housekeeping.runAll();
    Webhooks.awaitState(endpoint, "delivered", 1);
    clock.advance(Duration.ofDays(2));
    housekeeping.runAll();
    Webhooks.awaitState(endpoint, "delivered", 0);
  }

  private Receiver.Got tested(Endpoint endpoint) {
    Webhooks.test(Persona.PARTNER_SYSTEM, endpoint)
        .then()
        .statusCode(200)
        .body("outcome", equalTo("delivered"));
    return receiver.got().getLast();
  }

  private long seen(Persona persona, String sql) {
    return asSomebody.count(Database.caller(persona), sql);
  }

  private static Response delete(Persona persona, Endpoint endpoint) {
    return as(persona)
        .header("If-Match", endpoint.etag())
        .delete(Webhooks.base(persona) + "/" + endpoint.id());
  }
}
