package org.hifazat.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.awaitility.Awaitility;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SignInAgainTest {
  private static final String AGAIN = "/sign-in?step-up=1&to=/cases/7";

  @Test
  void whoeverIsSignedInIsAskedForThePasswordAgainAndComesBackToTheirPage() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);

    HttpResponse<String> page = browser.follow(browser.get(AGAIN));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("name=\"password\"");
    HttpResponse<String> end = submit(browser, page, Persona.SUPERVISOR);

    assertThat(end.headers().firstValue("Location")).hasValue("/cases/7");
    assertThat(browser.session().getBoolean("signedIn")).isTrue();
  }

  @Test
  void theServicesGetATokenOfTheNewSignIn() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    JsonObject before = token(browser);
    await(before.getLong("auth_time"));

    submit(browser, browser.follow(browser.get(AGAIN)), Persona.SUPERVISOR);

    JsonObject after = token(browser);
    assertThat(after.getLong("auth_time")).isGreaterThan(before.getLong("auth_time"));
    assertThat(after.getString("sub")).isEqualTo(before.getString("sub"));
    assertThat(after.getString("acr")).isNotBlank();
    assertThat(browser.session().getString("signedInAt")).isNotBlank();
  }

  @Test
  void theSessionBeforeIsOverAndTheNewOneHasAnotherId() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    String before = browser.sessionId();
    submit(browser, browser.follow(browser.get(AGAIN)), Persona.SUPERVISOR);
    String after = browser.sessionId();

    browser.tamper(before);

    assertThat(after).isNotEmpty().isNotEqualTo(before);
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void whoeverDoesNotSignInAgainStaysSignedInAsBefore() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    String before = browser.sessionId();
    JsonObject token = token(browser);
    HttpResponse<String> page = browser.follow(browser.get(AGAIN));

    HttpResponse<String> refused =
        browser.submit(page, Persona.SUPERVISOR.account(), "wrong-password");

    assertThat(refused.body()).contains("name=\"password\"");
    assertThat(browser.sessionId()).isEqualTo(before);
    assertThat(token(browser).getLong("auth_time")).isEqualTo(token.getLong("auth_time"));
  }

  @Test
  void aPlainSignInDoesNotAskAgain() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);

    assertThat(browser.get("/sign-in?to=/cases/7").headers().firstValue("Location"))
        .hasValue("/cases/7");
  }

  @Test
  void somebodyElseTakesThePlaceOfTheSessionAndIsNotLedToItsPage() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    String before = browser.sessionId();
    // The first one's way to Keycloak, whose own session ends meanwhile.
    HttpResponse<String> way = browser.get(AGAIN);
    HttpResponse<String> toKeycloak =
        browser.get(way.headers().firstValue("Location").orElseThrow());
    browser.forgetKeycloak();

    HttpResponse<String> end = submit(browser, browser.follow(toKeycloak), Persona.AUDITOR);

    assertThat(end.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.session().getString("username")).isEqualTo(Persona.AUDITOR.account());
    browser.tamper(before);
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void whoeverIsNotSignedInJustSignsIn() {
    Browser browser = new Browser();

    HttpResponse<String> end =
        submit(browser, browser.follow(browser.get(AGAIN)), Persona.SUPERVISOR);

    assertThat(end.headers().firstValue("Location")).hasValue("/cases/7");
  }

  @Test
  void keycloakIsToldTheLanguageOfThePage() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);

    HttpResponse<String> way = browser.get(AGAIN + "&ui_locales=ur");

    assertThat(way.headers().firstValue("Location").orElseThrow())
        .endsWith("&to=%2Fcases%2F7&ui_locales=ur");
    assertThat(browser.follow(way).body()).contains("lang=\"ur\"");
  }

  @Test
  void itLeadsNowhereElse() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);

    HttpResponse<String> page =
        browser.follow(browser.get("/sign-in?step-up=1&to=https://elsewhere.example/"));

    assertThat(submit(browser, page, Persona.SUPERVISOR).headers().firstValue("Location"))
        .hasValue("/");
  }

  @Test
  void theAddressNamesNeitherSessionNorAccount() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    String subject = token(browser).getString("sub");

    String way = browser.get(AGAIN).headers().firstValue("Location").orElseThrow();

    assertThat(way)
        .startsWith("/sign-in?again=")
        .doesNotContain(browser.sessionId(), subject, Persona.SUPERVISOR.account());
  }

  private static HttpResponse<String> submit(
      Browser browser, HttpResponse<String> page, Persona persona) {
    return browser.follow(browser.submit(page, persona.account(), persona.password()));
  }

  /** What a service reads of whoever is signed in. */
  private static JsonObject token(Browser browser) {
    String bearer =
        new JsonObject(browser.get("/api/cases/v1/echo").body())
            .getJsonObject("headers")
            .getString("authorization");
    return new JsonObject(
        new String(
            Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }

  /** Times of sign-in are whole seconds. */
  private static void await(long second) {
    Awaitility.await("the next second").until(() -> System.currentTimeMillis() / 1000 > second);
  }
}
