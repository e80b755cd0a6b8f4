package org.hifazat.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SessionTest {
  private static final String ECHO = "/api/cases/v1/echo";

  @Inject MutableClock clock;

  @Test
  void aTokenIsExchangedBeforeItEndsAndTheSessionGoesOn() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    String first = bearer(browser.get(ECHO));

    clock.advance(Duration.ofSeconds(290));
    String second = bearer(browser.get(ECHO));
    clock.advance(Duration.ofSeconds(290));
    String third = bearer(browser.get(ECHO));

    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(browser.session().getBoolean("signedIn")).isTrue();
  }

  @Test
  void aTokenThatIsGoodIsNotExchanged() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);

    assertThat(bearer(browser.get(ECHO))).isEqualTo(bearer(browser.get(ECHO)));
  }

  @Test
  void manyRequestsAtTheTokensEndShareOneExchange() throws Exception {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    clock.advance(Duration.ofSeconds(290));
    HttpRequest request =
        browser.request(ECHO).header("Cookie", browser.cookieHeader()).GET().build();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> bearers =
          IntStream.range(0, 30)
              .mapToObj(n -> threads.submit(() -> bearer(browser.exchange(request))))
              .toList();
      for (Future<String> bearer : bearers) {
        assertThat(bearer.get()).isEqualTo(bearers.getFirst().get());
      }
    }
    clock.advance(Duration.ofSeconds(290));
    assertThat(browser.get(ECHO).statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionEndsWithItsLongestTimeHoweverMuchItIsUsed() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);

    clock.advance(Duration.ofHours(11));

    assertThat(browser.get(ECHO).statusCode()).isEqualTo(401);
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void aTamperedCookieOpensNothing() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    String id = browser.sessionId();
    char other = id.charAt(0) == 'A' ? 'B' : 'A';
    browser.tamper(other + id.substring(1));
    int before = GatewayWorld.taken();

    HttpResponse<String> refused = browser.get(ECHO);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("sign-in-required");
    assertThat(refused.headers().firstValue("Location")).isEmpty();
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  @Test
  void withATamperedCookiePagesStillComeAndSigningInStartsAnew() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    browser.tamper("tampered");

    assertThat(browser.get("/cases").statusCode()).isEqualTo(200);
    assertThat(browser.get("/sign-in").headers().firstValue("Location").orElseThrow())
        .contains("/protocol/openid-connect/auth");
  }

  @Test
  void withoutACookieTheApiAsksToSignInAndNeverRedirects() {
    HttpResponse<String> refused = new Browser().get(ECHO);

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("sign-in-required");
  }

  @Test
  void theDatabaseHoldsNeitherTheCookiesIdNorAToken() throws SQLException {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    String token = bearer(browser.get(ECHO));
    assertThat(token).containsPattern(Browser.TOKEN);

    try (var connection = PostgresBackend.superuser("gateway");
        var rows =
            connection.createStatement().executeQuery("select id_hash, tokens from web_session")) {
      int count = 0;
      while (rows.next()) {
        count++;
        for (int column = 1; column <= 2; column++) {
          assertThat(new String(rows.getBytes(column), StandardCharsets.ISO_8859_1))
              .doesNotContain(browser.sessionId(), token)
              .doesNotContainPattern(Browser.TOKEN)
              .doesNotContain("access");
        }
      }
      assertThat(count).isPositive();
    }
  }

  @Test
  void aRowMovedToAnotherIdOpensNothing() throws SQLException {
    Browser one = Browser.signedIn(Persona.SOCIAL_WORKER);
    Browser other = Browser.signedIn(Persona.SUPERVISOR);

    try (var connection = PostgresBackend.superuser("gateway");
        var swap =
            connection.prepareStatement(
                "update web_session set tokens = (select tokens from web_session where id_hash ="
                    + " sha256(convert_to(?, 'UTF8'))) where id_hash = sha256(convert_to(?,"
                    + " 'UTF8'))")) {
      swap.setString(1, other.sessionId());
      swap.setString(2, one.sessionId());
      assertThat(swap.executeUpdate()).isEqualTo(1);
    }

    assertThat(one.get(ECHO).statusCode()).isEqualTo(401);
    assertThat(other.get(ECHO).statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSessionHereAndAtKeycloak() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    String id = browser.sessionId();

    HttpResponse<String> out = browser.post("/sign-out", "");

    assertThat(out.statusCode()).isEqualTo(204);
    assertThat(out.headers().firstValue("Clear-Site-Data").orElseThrow())
        .contains("cookies", "storage", "cache");
    assertThat(browser.sessionId()).isEmpty();
    browser.keep("q_session_Default_" + port(), id);
    assertThat(browser.get(ECHO).statusCode()).isEqualTo(401);
    // Keycloak's own cookies are still in this jar: they open nothing either, its form comes again
    assertThat(browser.follow(browser.get("/sign-in")).body()).contains("<form");
  }

  @Test
  void signingOutEndsNoOtherDevicesSession() {
    Browser one = Browser.signedIn(Persona.PSYCHOLOGIST);
    Browser other = Browser.signedIn(Persona.PSYCHOLOGIST);

    one.post("/sign-out", "");

    assertThat(other.get(ECHO).statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEverywhereEndsTheOtherDevicesSessionAndNobodyElses() {
    Browser one = Browser.signedIn(Persona.SUPERVISOR);
    Browser other = Browser.signedIn(Persona.SUPERVISOR);
    Browser colleague = Browser.signedIn(Persona.SOCIAL_WORKER);

    assertThat(one.post("/sign-out-everywhere", "").statusCode()).isEqualTo(204);

    assertThat(other.get(ECHO).statusCode()).isEqualTo(401);
    assertThat(other.follow(other.get("/sign-in")).body()).contains("<form");
    assertThat(colleague.get(ECHO).statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutWithoutASessionIsNoError() {
    assertThat(new Browser().post("/sign-out", "").statusCode()).isEqualTo(204);
  }

  @Test
  void whatEndsAtKeycloakEndsHereAtOnce() {
    Browser browser = Browser.signedIn(Persona.PROTECTION_OFFICER);
    HttpResponse<String> question =
        browser.get("/auth/realms/hifazat/protocol/openid-connect/logout?client_id=gateway");
    String code =
        question.body().replaceAll("(?s).*name=\"session_code\" value=\"([^\"]*)\".*", "$1");
    String action = question.body().replaceAll("(?s).*<form[^>]*action=\"([^\"]*)\".*", "$1");

    browser.send(
        HttpRequest.newBuilder(question.uri().resolve(action.replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "session_code=" + code + "&confirmLogout=Logout")));

    assertThat(browser.get(ECHO).statusCode()).isEqualTo(401);
  }

  @Test
  void aLogoutMessageKeycloakDidNotSignEndsNothing() {
    Browser browser = Browser.signedIn(Persona.PROTECTION_OFFICER);
    String forged =
        base64("{\"alg\":\"none\"}")
            + "."
            + base64(
                "{\"iss\":\"x\",\"aud\":\"gateway\",\"events\":{\"http://schemas.openid.net/event/backchannel-logout\":{}},\"sub\":\"x\"}")
            + ".";
    for (String body : List.of("logout_token=" + forged, "logout_token=x", "other=1")) {
      HttpResponse<String> refused =
          new Browser()
              .send(
                  browser
                      .request("/session/back-channel-logout")
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(HttpRequest.BodyPublishers.ofString(body)));
      assertThat(refused.statusCode()).isEqualTo(400);
    }
    assertThat(browser.get(ECHO).statusCode()).isEqualTo(200);
  }

  @Test
  void whileKeycloakIsDownASessionWaitsInsteadOfEnding() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    KeycloakLine.cut();
    try {
      assertThat(browser.get(ECHO).statusCode()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(280));
      assertThat(browser.get(ECHO).statusCode()).isEqualTo(200);
      clock.advance(Duration.ofSeconds(60));
      HttpResponse<String> silent = browser.get(ECHO);
      assertThat(silent.statusCode()).isEqualTo(503);
      assertThat(new JsonObject(silent.body()).getString("service")).isEqualTo("keycloak");
      assertThat(browser.get("/").statusCode()).isEqualTo(200);
      somebodySigningInIsToldInsteadOfShownJson();
    } finally {
      KeycloakLine.mend();
    }

    assertThat(browser.get(ECHO).statusCode()).isEqualTo(200);
  }

  private static void somebodySigningInIsToldInsteadOfShownJson() {
    Browser other = new Browser();
    URI keycloak = URI.create(other.get("/sign-in").headers().firstValue("Location").orElseThrow());

    HttpResponse<String> page =
        other.send(HttpRequest.newBuilder(keycloak).header("Accept", "text/html,*/*;q=0.8").GET());
    HttpResponse<String> program = other.send(HttpRequest.newBuilder(keycloak).GET());

    assertThat(page.statusCode()).isEqualTo(303);
    assertThat(page.headers().firstValue("Location")).hasValue("/?sign-in=failed");
    assertThat(program.statusCode()).isEqualTo(503);
  }

  private static String port() {
    return GatewayWorld.publicUrl().replaceAll(".*:", "");
  }

  private static String bearer(HttpResponse<String> echo) {
    assertThat(echo.statusCode()).isEqualTo(200);
    return new JsonObject(echo.body()).getJsonObject("headers").getString("authorization");
  }

  private static String base64(String text) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
