package org.hifazat.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
@TestProfile(BehindTlsTest.PublicHttps.class)
class BehindTlsTest {

  /** The public address is https, as behind a proxy that ends TLS. */
  public static class PublicHttps implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "hifazat.gateway.public-url", "https://hifazat.example", "hifazat.behind-proxy", "true");
    }
  }

  @Inject MutableClock clock;
  @Inject GatewayConfig config;

  @Test
  void browsersAreToldToStayWithTls() {
    HttpResponse<String> page = new Browser().get("/");

    assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
        .contains("max-age=31536000");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("upgrade-insecure-requests");
  }

  @Test
  void cookiesAreSecureAndTheWayToKeycloakIsThePublicOne() {
    HttpResponse<String> way = new Browser().get("/sign-in");

    assertThat(way.headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("; Secure"));
    assertThat(way.headers().firstValue("Location").orElseThrow())
        .startsWith("https://hifazat.example/auth/realms/hifazat/")
        .contains("redirect_uri=https%3A%2F%2Fhifazat.example%2Fsession%2Freturn");
  }

  @Test
  void thePaceIsThatOfTheClientTheProxyNamesWhateverTheClientNamedBefore() {
    clock.stopAt(clock.instant());
    Browser browser = new Browser();
    HttpResponse<String> last = attempt(browser, "203.0.113.7");
    for (int n = 0; n < config.limits().signIn().burst() && last.statusCode() != 429; n++) {
      last = attempt(browser, "198.51.100." + n + ", 203.0.113.7");
    }

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(attempt(browser, "203.0.113.7:40001").statusCode()).isEqualTo(429);
    assertThat(attempt(browser, "203.0.113.8").statusCode()).isNotEqualTo(429);
  }

  private static HttpResponse<String> attempt(Browser browser, String client) {
    return browser.send(
        browser
            .request("/auth/realms/hifazat/login-actions/authenticate")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-For", client)
            .POST(BodyPublishers.ofString("username=a&password=b")));
  }

  @Test
  void changesComeFromThePublicOriginOnly() {
    Browser browser = new Browser();

    assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(403);
  }
}
