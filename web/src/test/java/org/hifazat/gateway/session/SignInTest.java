package org.hifazat.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.net.http.HttpResponse;
import java.util.List;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SignInTest {

  @Test
  void somebodySignsInOnKeycloaksPageAndComesBackToTheirPage() {
    Browser browser = new Browser();

    HttpResponse<String> end = browser.signIn(Persona.SOCIAL_WORKER, "/cases/7?tab=plan");

    assertThat(end.statusCode()).isEqualTo(302);
    assertThat(end.headers().firstValue("Location")).hasValue("/cases/7?tab=plan");
    assertThat(browser.session().getBoolean("signedIn")).isTrue();
    assertThat(browser.session().getJsonArray("roles").getList())
        .isEqualTo(List.of("social-worker"));
    assertThat(browser.session().getString("acr")).isNotBlank();
  }

  @Test
  void nobodyIsSignedInBeforeSigningIn() {
    HttpResponse<String> session = new Browser().get("/session");

    assertThat(session.statusCode()).isEqualTo(200);
    assertThat(session.body()).isEqualTo("{\"signedIn\":false}");
  }

  @Test
  void theWayToKeycloakCarriesCodeChallengeStateAndNonce() {
    HttpResponse<String> way = new Browser().get("/sign-in");

    assertThat(way.statusCode()).isEqualTo(302);
    assertThat(way.headers().firstValue("Location").orElseThrow())
        .startsWith(GatewayWorld.publicUrl() + "/auth/realms/hifazat/protocol/openid-connect/auth?")
        .contains(
            "response_type=code",
            "code_challenge_method=S256",
            "code_challenge=",
            "state=",
            "nonce=");
  }

  @ParameterizedTest
  @CsvSource({"ur, rtl, صارف کا نام", "ps, rtl, د کارن نوم", "en, ltr, User name"})
  void keycloaksPageSpeaksTheLanguageTheApplicationIsShownIn(
      String language, String direction, String username) {
    Browser browser = new Browser();

    HttpResponse<String> page =
        browser.follow(browser.get("/sign-in?to=/cases/7&ui_locales=" + language));

    assertThat(page.body())
        .contains("lang=\"%s\" dir=\"%s\"".formatted(language, direction))
        .contains(username);
  }

  @Test
  void aLanguageNobodyKnowsIsNoReasonNotToSignIn() {
    Browser browser = new Browser();

    HttpResponse<String> page =
        browser.follow(browser.get("/sign-in?ui_locales=%3Cscript%3E%26client_id%3Dother"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("lang=\"en\"").doesNotContain("<script>&");
  }

  @Test
  void theSessionCookieIsHttpOnlyAndSameSiteAndHoldsARandomIdOnly() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);

    String cookie =
        browser.seen().stream()
            .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
            .filter(set -> set.startsWith("q_session") && !set.contains("Max-Age=0"))
            .reduce((first, second) -> second)
            .orElseThrow();

    assertThat(cookie)
        .containsIgnoringCase("; HttpOnly")
        .contains("; SameSite=Lax", "; Path=/")
        .doesNotContain("Secure");
    assertThat(browser.sessionId()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void noTokenIsInAnyCookieOrAnswer() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    browser.get("/session");
    browser.get("/");

    assertThat(browser.seen())
        .filteredOn(answer -> !answer.uri().getPath().startsWith("/auth/"))
        .allSatisfy(
            answer -> {
              assertThat(answer.body()).doesNotContainPattern(Browser.TOKEN);
              assertThat(answer.headers().allValues("Location"))
                  .allSatisfy(
                      location -> assertThat(location).doesNotContainPattern(Browser.TOKEN));
              assertThat(answer.headers().allValues("Set-Cookie"))
                  .filteredOn(cookie -> !cookie.startsWith("q_auth"))
                  .allSatisfy(cookie -> assertThat(cookie).doesNotContainPattern(Browser.TOKEN));
            });
  }

  @Test
  void aWrongPasswordSignsNobodyIn() {
    Browser browser = new Browser();
    HttpResponse<String> page = browser.follow(browser.get("/sign-in"));

    HttpResponse<String> again = browser.submit(page, Persona.AUDITOR.account(), "wrong-password");

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("<form");
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void aReturnWithAnotherStateSignsNobodyIn() {
    Browser browser = new Browser();
    browser.get("/sign-in");

    HttpResponse<String> forged = browser.get("/session/return?code=abc&state=another");

    assertThat(forged.statusCode()).isNotEqualTo(200);
    assertThat(browser.sessionId()).isEmpty();
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void aReturnKeycloakDidNotGrantLeadsToThePageThatSaysSo() {
    Browser browser = new Browser();
    String way = browser.get("/sign-in").headers().firstValue("Location").orElseThrow();
    String state = way.replaceAll(".*[&?]state=([^&]+).*", "$1");

    HttpResponse<String> forged = browser.get("/session/return?code=forged&state=" + state);

    assertThat(forged.headers().firstValue("Location")).hasValue("/?sign-in=failed");
    assertThat(browser.session().getBoolean("signedIn")).isFalse();
  }

  @Test
  void aSignInThatIsCalledOffLeadsToThePageThatSaysSo() {
    Browser browser = new Browser();
    String way = browser.get("/sign-in").headers().firstValue("Location").orElseThrow();
    String state = way.replaceAll(".*[&?]state=([^&]+).*", "$1");

    HttpResponse<String> end =
        browser.follow(browser.get("/session/return?error=access_denied&state=" + state));

    assertThat(end.headers().firstValue("Location")).hasValue("/?sign-in=failed");
  }

  @Test
  void signInsBegunAndNeverDoneDoNotPileUp() {
    Browser browser = new Browser();
    for (int n = 0; n < 40; n++) {
      browser.get("/sign-in");
    }

    assertThat(browser.cookieNames())
        .filteredOn(name -> name.startsWith("q_auth"))
        .hasSizeLessThan(10);
    browser.signIn(Persona.AUDITOR, "/");
    assertThat(browser.session().getBoolean("signedIn")).isTrue();
  }

  @Test
  void twoTabsMaySignInAtOnce() {
    Browser browser = new Browser();
    HttpResponse<String> one = browser.get("/sign-in?to=/one");
    browser.get("/sign-in?to=/two");

    HttpResponse<String> end =
        browser.follow(
            browser.submit(
                browser.follow(one), Persona.AUDITOR.account(), Persona.AUDITOR.password()));

    assertThat(end.headers().firstValue("Location")).hasValue("/one");
  }

  @Test
  void signingInAgainGivesAnotherId() {
    Browser browser = Browser.signedIn(Persona.SUPERVISOR);
    String first = browser.sessionId();
    browser.tamper("somebody-elses-choice");

    browser.follow(browser.get("/sign-in?to=/"));

    assertThat(browser.sessionId()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "\\/elsewhere.example",
        "javascript:alert(1)",
        "/ok\r\nSet-Cookie: a=b",
        "elsewhere"
      })
  void signingInLeadsNowhereElse(String to) {
    HttpResponse<String> end = new Browser().signIn(Persona.SUPERVISOR, to);

    assertThat(end.headers().firstValue("Location")).hasValue("/");
  }
}
