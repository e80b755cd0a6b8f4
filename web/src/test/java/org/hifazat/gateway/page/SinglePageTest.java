package org.hifazat.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SinglePageTest {
  private final Browser browser = new Browser();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/index.html", "/cases", "/cases/7/assessments/new", "/apiary"})
  void thePageComesWhereverTheApplicationMayHaveARoute(String path) {
    HttpResponse<String> page = browser.get(path);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The page of the tests");
    assertThat(header(page, "Content-Type")).startsWith("text/html");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nothing",
        "/auth/nothing",
        "/partner/nothing",
        "/session/nothing",
        "/q/health",
        "/q/metrics",
        "/assets/missing-0a1b2c3d.js",
        "/missing.txt",
        "/.env",
        "/cases/report.pdf"
      })
  void whatIsNoPageIsNotAnsweredWithThePage(String path) {
    HttpResponse<String> absent = browser.get(path);

    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(header(absent, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(header(absent, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aPageTakesNoChange() {
    assertThat(browser.send(browser.changing("/cases").POST(BodyPublishers.noBody())).statusCode())
        .isEqualTo(405);
  }

  @Test
  void eachPageHasANonceOfItsOwnThatItsPolicyNames() {
    HttpResponse<String> one = browser.get("/");
    HttpResponse<String> other = browser.get("/");

    String nonce = one.body().replaceAll("(?s).*csp-nonce\" nonce=\"([^\"]+)\".*", "$1");
    assertThat(nonce).hasSize(24);
    assertThat(header(one, "Content-Security-Policy")).contains("'nonce-" + nonce + "'");
    assertThat(other.body()).doesNotContain(nonce);
    assertThat(one.body()).doesNotContain("__CSP_NONCE__");
  }

  @Test
  void thePolicyAllowsNoInlineScriptAndNoFrame() {
    String policy = header(browser.get("/"), "Content-Security-Policy");

    assertThat(policy)
        .contains(
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval';",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "connect-src 'self';")
        .doesNotContain("unsafe-inline", "'unsafe-eval'", "http:", "*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/assets/app-0a1b2c3d.js", "/session", "/api/cases/v1/x", "/q/x"})
  void everyAnswerCarriesTheHeadersThatBindTheBrowser(String path) {
    HttpResponse<String> answer = browser.get(path);

    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Permissions-Policy")).contains("camera=()", "geolocation=()");
    assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
    // without TLS, HSTS would be ignored at best
    assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void onlyFilesNamedByTheirContentAreKept() {
    assertThat(header(browser.get("/assets/app-0a1b2c3d.js"), "Cache-Control"))
        .isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(browser.get("/tests.webmanifest"), "Cache-Control")).isEqualTo("no-cache");
    assertThat(header(browser.get("/session"), "Cache-Control")).isEqualTo("no-store");
    assertThat(header(browser.get("/api/cases/v1/x"), "Cache-Control")).isEqualTo("no-store");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
