package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class LinkApiTest {
  private static final String OPENINGS = "/link/v1/openings";
  private static final String REFERRAL = "/link/v1/referral";

  @Inject MutableClock clock;
  @Inject GatewayConfig config;

  @Test
  void theSessionOfALinkIsKeptByTheBrowserOutOfReachOfScriptsAndEndsWhenClosed() {
    Browser recipient = new Browser();
    recipient.keep("anything", "1");
    assertThat(recipient.get(REFERRAL).statusCode()).isEqualTo(401);

    HttpResponse<String> opened = recipient.post(OPENINGS, "{\"code\":\"12345678\"}");
    assertThat(opened.headers().allValues("Set-Cookie"))
        .singleElement()
        .asString()
        .contains("Path=/link/v1", "Max-Age=7200", "HTTPOnly", "SameSite=Strict");
    assertThat(opened.headers().firstValue("Hifazat-Link-Session")).isEmpty();
    assertThat(opened.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(sent(opened).containsKey("authorization")).isFalse();

    HttpResponse<String> read = recipient.get(REFERRAL);
    assertThat(new JsonObject(read.body()).getString("uri")).isEqualTo(REFERRAL);
    assertThat(sent(read).getString("authorization")).isEqualTo("Link " + "s".repeat(43));
    assertThat(sent(read).containsKey("cookie")).isFalse();
    assertThat(recipient.get("/api/referrals/v1/echo").statusCode()).isEqualTo(401);
    assertThat(recipient.get("/partner/v1/referrals").statusCode()).isEqualTo(401);

    recipient.post("/link/v1/closing", "{}");
    assertThat(recipient.get(REFERRAL).statusCode()).isEqualTo(401);
  }

  @Test
  void anotherSitesPageAndAProgramThatFollowsLinksOpenNothing() {
    Browser scanner = new Browser();
    int before = GatewayWorld.taken();
    HttpResponse<String> foreign =
        scanner.send(
            scanner
                .request(OPENINGS)
                .header("Content-Type", "application/json")
                .header("Origin", "https://elsewhere.example")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(foreign.statusCode()).isEqualTo(403);

    HttpResponse<String> page = scanner.get("/link");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex, nofollow");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    for (String path : new String[] {"/link/", "/link/q/health", "/link/v2/referral"}) {
      assertThat(scanner.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  @Test
  void whoTriesManyLinksFromOneAddressHasToWait() {
    clock.stopAt(clock.instant());
    Browser hasty = new Browser();
    HttpResponse<String> last = hasty.post(OPENINGS, "{}");
    for (int n = 0; n < config.limits().link().burst() && last.statusCode() == 200; n++) {
      last = hasty.post(OPENINGS, "{}");
    }
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("Retry-After").orElseThrow()).isEqualTo(10);
    clock.advance(Duration.ofMinutes(5));
    assertThat(hasty.post(OPENINGS, "{}").statusCode()).isEqualTo(200);
  }

  private static JsonObject sent(HttpResponse<String> answer) {
    return new JsonObject(answer.body()).getJsonObject("headers");
  }
}
