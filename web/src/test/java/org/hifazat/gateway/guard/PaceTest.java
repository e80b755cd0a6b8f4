package org.hifazat.gateway.guard;

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
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PaceTest {
  @Inject MutableClock clock;
  @Inject GatewayConfig config;

  @Test
  void signingInTooOftenFromOneAddressHasToWait() {
    clock.stopAt(clock.instant());
    Browser browser = new Browser();
    HttpResponse<String> last = attempt(browser);
    for (int n = 0; n < config.limits().signIn().burst() && last.statusCode() != 429; n++) {
      last = attempt(browser);
    }
    assertThat(attempt(browser, "X-Forwarded-For", "203.0.113.9").statusCode())
        .as("who names another address")
        .isEqualTo(429);

    waits(last);
    assertThat(browser.get("/session").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(2));
    assertThat(attempt(browser).statusCode()).isNotEqualTo(429);
  }

  @Test
  void oneSessionThatAsksTooOftenHasToWaitAndOthersDoNot() {
    Browser hasty = Browser.signedIn(Persona.SOCIAL_WORKER);
    Browser patient = Browser.signedIn(Persona.SUPERVISOR);
    clock.stopAt(clock.instant());
    HttpResponse<String> last = hasty.get("/api/cases/v1/echo");
    for (int n = 0; n < config.limits().session().burst() && last.statusCode() == 200; n++) {
      last = hasty.get("/api/cases/v1/echo");
    }

    waits(last);
    assertThat(patient.get("/api/cases/v1/echo").statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(hasty.get("/api/cases/v1/echo").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> attempt(Browser browser) {
    return attempt(browser, "Accept-Language", "ur");
  }

  private static HttpResponse<String> attempt(Browser browser, String header, String value) {
    return browser.send(
        browser
            .request("/auth/realms/hifazat/login-actions/authenticate")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header(header, value)
            .POST(BodyPublishers.ofString("username=a&password=b")));
  }

  private static void waits(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow()).isPositive();
    assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("too-many-requests");
  }
}
