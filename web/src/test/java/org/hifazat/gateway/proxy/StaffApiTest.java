package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class StaffApiTest {
  private static final int LIMIT = 1_048_576;

  private Browser browser = new Browser();

  @BeforeEach
  void signIn() {
    browser = Browser.signedIn(Persona.SOCIAL_WORKER);
  }

  @Test
  void aRequestReachesItsServiceWithTheSessionsTokenAndWithoutCookies() {
    JsonObject got = json(browser.get("/api/cases/v1/echo?limit=5&cursor=a%2Fb"));

    assertThat(got.getString("uri")).isEqualTo("/v1/echo?limit=5&cursor=a%2Fb");
    JsonObject headers = got.getJsonObject("headers");
    assertThat(headers.getString("authorization")).startsWith("Bearer eyJ");
    assertThat(headers.containsKey("cookie")).isFalse();
    assertThat(headers.getString("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void whatTheClientClaimsAboutItselfDoesNotPass() {
    JsonObject headers =
        json(browser.send(
                browser
                    .request("/api/cases/v1/echo")
                    .header("Authorization", "Bearer mine")
                    .header("X-Forwarded-For", "10.0.0.1")
                    .header("X-Forwarded-Host", "elsewhere.example")
                    .header("Forwarded", "for=10.0.0.1")
                    .header(
                        "traceparent", "00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb-01")
                    .header("X-Made-Up", "1")
                    .header("If-Match", "\"v3\"")
                    .header("Accept-Language", "ur")
                    .GET()))
            .getJsonObject("headers");

    assertThat(headers.getString("authorization")).isNotEqualTo("Bearer mine");
    assertThat(headers.fieldNames())
        .doesNotContain("x-forwarded-for", "x-forwarded-host", "forwarded", "x-made-up");
    assertThat(headers.getString("traceparent")).doesNotContain("aaaaaaaa");
    assertThat(headers.getString("if-match")).isEqualTo("\"v3\"");
    assertThat(headers.getString("accept-language")).isEqualTo("ur");
  }

  @Test
  void aClientsOwnTokenOpensNothingWithoutASession() {
    HttpResponse<String> refused =
        new Browser()
            .send(
                browser
                    .request("/api/cases/v1/echo")
                    .header(
                        "Authorization",
                        "Bearer " + org.hifazat.platform.testing.Tokens.of(Persona.SOCIAL_WORKER))
                    .GET());

    assertThat(refused.statusCode()).isEqualTo(401);
  }

  @Test
  void aBodyArrivesWhole() {
    String body = "{\"text\":\"" + "حفاظت ".repeat(50) + "\"}";

    JsonObject got = json(browser.post("/api/assessments/v1/echo", body));

    assertThat(got.getString("method")).isEqualTo("POST");
    assertThat(got.getString("body")).isEqualTo(body);
  }

  @Test
  void addressesInAnAnswerLeadBackThroughTheGateway() {
    HttpResponse<String> created = browser.post("/api/cases/v1/things", "{}");

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).hasValue("/api/cases/v1/things/7?full=1");
    assertThat(created.headers().firstValue("ETag")).hasValue("\"v1\"");
    assertThat(browser.get("/api/cases/v1/pages").headers().firstValue("Link"))
        .hasValue("</api/cases/v1/pages?cursor=abc>; rel=\"next\"");
  }

  @Test
  void anAnswerLeadsNowhereElseAndSetsNoCookie() {
    HttpResponse<String> created = browser.post("/api/cases/v1/things", "{}");

    assertThat(created.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(created.headers().firstValue("Server")).isEmpty();
    assertThat(browser.get("/api/cases/v1/elsewhere").headers().firstValue("Location")).isEmpty();
  }

  @Test
  void aFileIsSavedAndNeverAPageOfThisOrigin() {
    HttpResponse<String> file = browser.get("/api/cases/v1/file");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(file.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "sandbox");
    assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(browser.get("/api/cases/v1/echo").headers().firstValue("Content-Security-Policy"))
        .get()
        .asString()
        .doesNotContain("sandbox");
  }

  @Test
  void aServiceThatIsDownIsNamedAndTheOthersGoOn() {
    HttpResponse<String> down = browser.get("/api/monitoring/v1/figures");

    unavailable(down, "monitoring");
    assertThat(browser.get("/api/cases/v1/echo").statusCode()).isEqualTo(200);
    assertThat(browser.post("/api/monitoring/v1/x", "{}").statusCode()).isEqualTo(503);
  }

  @Test
  void aServiceThatStaysSilentIsNamedAndTheOthersGoOn() {
    HttpResponse<String> silent = browser.get("/api/referrals/v1/silent");

    unavailable(silent, "referrals");
    assertThat(browser.get("/api/referrals/v1/echo").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/unknown/v1/echo",
        "/api/keycloak/v1/echo",
        "/api/cases",
        "/api/cases/q/health",
        "/api/cases/v2/echo",
        "/api/cases/partner/v1/referrals",
        "/api"
      })
  void onlyTheServicesOwnInterfacesAreReachable(String path) {
    HttpResponse<String> absent = browser.get(path);

    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(json(absent).getString("code")).isEqualTo("not-found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases/v1/../q/health",
        "/api/cases/v1/%2e%2e/q/health",
        "/api/cases/v1/..%2fq",
        "/api/cases/v1/%252e%252e/q",
        "/api/cases/v1;a=b/echo",
        "/api/cases//v1/echo",
        "/api/cases/v1/a%00b",
        "/api/cases/v1/a%0d%0ab"
      })
  void aPathThatCouldMeanAnotherIsRefused(String path) throws IOException {
    int before = GatewayWorld.taken();

    assertThat(raw("GET " + path + " HTTP/1.1")).startsWith("HTTP/1.1 400");
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  @Test
  void aBodyWithTwoLengthsIsRefused() throws IOException {
    assertThat(raw("POST /api/cases/v1/echo HTTP/1.1\r\nContent-Length: 4\r\nContent-Length: 9"))
        .startsWith("HTTP/1.1 400");
  }

  @Test
  void noSecondRequestHidesInTheBodyOfAFirst() throws IOException {
    int before = GatewayWorld.taken();

    String answer =
        raw(
            "POST /api/cases/v1/echo HTTP/1.1\r\nContent-Length: 60\r\nTransfer-Encoding: chunked",
            "0\r\n\r\nGET /api/cases/v1/echo HTTP/1.1\r\nHost: x\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 200").contains("\"bytes\":0");
    assertThat(GatewayWorld.taken()).isEqualTo(before + 1);
  }

  @Test
  void aBodyThatAnnouncesTooMuchIsRefusedAndNothingIsWritten() {
    int before = GatewayWorld.taken();

    HttpResponse<String> refused = browser.post("/api/cases/v1/echo", "x".repeat(LIMIT + 1));

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).getString("code")).isEqualTo("body-too-large");
    assertThat(GatewayWorld.taken()).isEqualTo(before);
    assertThat(json(browser.post("/api/cases/v1/echo", "x".repeat(LIMIT))).getInteger("bytes"))
        .isEqualTo(LIMIT);
  }

  @Test
  void aBodyThatGrowsTooLargeWithoutSayingSoIsRefused() {
    HttpResponse<String> refused = chunked(LIMIT + 1);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).getString("code")).isEqualTo("body-too-large");
    assertThat(json(chunked(LIMIT)).getInteger("bytes")).isEqualTo(LIMIT);
  }

  private HttpResponse<String> chunked(int bytes) {
    return browser.send(
        browser
            .changing("/api/cases/v1/echo")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes]))));
  }

  private String raw(String head) throws IOException {
    return raw(head, "");
  }

  private String raw(String head, String body) throws IOException {
    URI gateway = URI.create(GatewayWorld.publicUrl());
    try (Socket socket = new Socket("localhost", gateway.getPort())) {
      socket.setSoTimeout((int) Patience.LONG.toMillis());
      socket
          .getOutputStream()
          .write(
              (head
                      + "\r\nHost: "
                      + gateway.getAuthority()
                      + "\r\nX-Hifazat: 1\r\nOrigin: "
                      + gateway
                      + "\r\nCookie: "
                      + browser.cookieHeader()
                      + "\r\nConnection: close\r\n\r\n"
                      + body)
                  .getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void unavailable(HttpResponse<String> answer, String service) {
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(json(answer).getString("code")).isEqualTo("service-unavailable");
    assertThat(json(answer).getString("service")).isEqualTo(service);
    assertThat(answer.body()).doesNotContain("127.0.0.1");
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return new JsonObject(answer.body());
  }
}
