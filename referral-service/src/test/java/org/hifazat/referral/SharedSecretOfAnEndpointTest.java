package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.bearing;
import static org.hifazat.referral.Requests.sent;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.hifazat.referral.Webhooks.Endpoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** For receivers whose library verifies HMAC only: a secret beside the key. */
@HifazatTest(service = "referrals")
class SharedSecretOfAnEndpointTest {
  private static final Persona SYSTEM = Persona.PARTNER_SYSTEM;

  private final MutableClock clock;
  private final Receiver receiver = new Receiver();
  private final RecordedWords log = new RecordedWords();

  SharedSecretOfAnEndpointTest(MutableClock clock) {
    this.clock = clock;
  }

  @BeforeEach
  void arrange() {
    Agencies.known();
    Webhooks.none();
    Logger.getLogger("").addHandler(log);
  }

  @AfterEach
  void leaveNothing() {
    Logger.getLogger("").removeHandler(log);
    Webhooks.none();
    receiver.close();
  }

  @Test
  void itSignsBesideTheKeyTheOneBeforeItForADayAndNoneOnceItWasEnded() {
    Endpoint endpoint = Webhooks.at(receiver);
    assertThat(versions(tested(endpoint))).as("asked for by nobody").containsExactly("v1a");
    Response first = Webhooks.share(SYSTEM, endpoint);
    first.then().statusCode(200).body("previousSecretUntil", nullValue());
    assertThat(first.header("Cache-Control")).isEqualTo("no-store");
    String secret = first.path("sharedSecret");
    assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
    sent();
    Webhooks.awaitState(endpoint, "delivered", 1);
    Receiver.Got news = receiver.got().getLast();
    assertThat(versions(news)).containsExactly("v1a", "v1");
    assertThat(news.verifiedBy(secret, clock.instant())).isTrue();
    assertThat(news.verifiedBy(endpoint.publicKey(), clock.instant())).isTrue();
    assertThat(news.verifiedBy(secret, clock.instant().plusSeconds(360))).isFalse();

    Instant before = clock.instant();
    Response second = Webhooks.share(SYSTEM, endpoint.after(first));
    second.then().statusCode(200);
    assertThat(Instant.parse(second.path("previousSecretUntil")))
        .isBetween(before.plus(Duration.ofDays(1)), clock.instant().plus(Duration.ofDays(1)));
    String renewed = second.path("sharedSecret");
    assertThat(renewed).isNotEqualTo(secret);
    clock.advance(Duration.ofHours(23));
    Receiver.Got during = tested(endpoint);
    assertThat(versions(during)).containsExactly("v1a", "v1", "v1");
    assertThat(during.verifiedBy(secret, clock.instant())).isTrue();
    assertThat(during.verifiedBy(renewed, clock.instant())).isTrue();
    clock.advance(Duration.ofHours(2));
    Receiver.Got after = tested(endpoint);
    assertThat(after.verifiedBy(secret, clock.instant())).isFalse();
    assertThat(after.verifiedBy(renewed, clock.instant())).isTrue();

    Response ended = Webhooks.shareNoMore(SYSTEM, endpoint.after(second));
    ended.then().statusCode(200).body("sharedSecretSince", nullValue());
    Webhooks.shareNoMore(SYSTEM, Endpoint.of(ended)).then().statusCode(404);
    assertThat(versions(tested(endpoint))).containsExactly("v1a");
    assertThat(Backstage.audit("PARTNER_KEEP_SHARED_SECRET", endpoint.id()))
        .containsExactly("performed shared", "performed renewed", "performed ended");
    nobodyElseIsTold(endpoint, secret, renewed);
  }

  @Test
  void anAdministratorKeepsItAfterAFreshSignInOnlyAndInTheVersionThatWasRead() {
    Endpoint endpoint = Webhooks.at(receiver);
    String path = Webhooks.secret("/v1/webhook-endpoints", endpoint);
    bearing(Tokens.ofOldSignIn(Persona.COMMISSION_ADMIN))
        .header("If-Match", endpoint.etag())
        .post(path)
        .then()
        .statusCode(401);
    as(Persona.COMMISSION_ADMIN).post(path).then().statusCode(428);
    Response shared = Webhooks.share(Persona.COMMISSION_ADMIN, endpoint);
    shared.then().statusCode(200);
    Webhooks.share(Persona.COMMISSION_ADMIN, endpoint)
        .then()
        .statusCode(412)
        .body("code", equalTo("stale"));
    Webhooks.shareNoMore(SYSTEM, endpoint).then().statusCode(412);
    String secret = shared.path("sharedSecret");
    assertThat(tested(endpoint).verifiedBy(secret, clock.instant())).isTrue();
    assertThat(shown(endpoint)).contains("sharedSecretSince").doesNotContain(secret);
    Webhooks.shareNoMore(Persona.COMMISSION_ADMIN, endpoint.after(shared)).then().statusCode(200);
    assertThat(tested(endpoint).verifiedBy(secret, clock.instant())).isFalse();
  }

  /** Once told, it is in no answer, row, record or log. */
  private void nobodyElseIsTold(Endpoint endpoint, String... secrets) {
    Logger.getLogger("org.hifazat.referral").info("this log is heard");
    assertThat(log.words).anyMatch(line -> line.startsWith("this log is heard"));
    for (String secret : secrets) {
      String hex = hex(secret);
      for (String table : List.of("webhook_endpoint", "webhook_delivery", "audit_record")) {
        assertThat(
                Backstage.count(
                    "select count(*) from "
                        + table
                        + " t where t::text like '%' || ? || '%' or t::text like '%' || ? || '%'",
                    secret,
                    hex))
            .as(table)
            .isZero();
      }
      assertThat(shown(endpoint)).doesNotContain(secret);
      assertThat(log.words).noneMatch(line -> line.contains(secret));
    }
  }

  private static String shown(Endpoint endpoint) {
    return as(SYSTEM).get(Webhooks.base(SYSTEM) + "/" + endpoint.id()).asString();
  }

  /** As PostgreSQL writes bytes. */
  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static List<String> versions(Receiver.Got got) {
    return Arrays.stream(got.signature().split(" ")).map(one -> one.split(",", 2)[0]).toList();
  }

  private Receiver.Got tested(Endpoint endpoint) {
    Webhooks.test(SYSTEM, endpoint).then().statusCode(200).body("outcome", equalTo("delivered"));
    return receiver.got().getLast();
  }

  private static final class RecordedWords extends Handler {
    private final List<String> words = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord line) {
      words.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
