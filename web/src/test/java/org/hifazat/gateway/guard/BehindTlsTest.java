package org.hifazat.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
@TestProfile(BehindTlsTest.PublicHttps.class)
class BehindTlsTest {

  /** The public address is https, as behind a proxy that ends TLS. */
  public static class PublicHttps implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("hifazat.gateway.public-url", "https://hifazat.example");
    }
  }

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
  void changesComeFromThePublicOriginOnly() {
    Browser browser = new Browser();

    assertThat(browser.post("/sign-out", "").statusCode()).isEqualTo(403);
  }
}
