package org.hifazat.identity.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KeycloakLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped realm's sign-in, as a browser meets it. */
@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SignInTest {
  private final KeycloakCalls calls;

  @Inject
  SignInTest(KeycloakCalls calls) {
    this.calls = calls;
  }

  @Test
  void aPasswordAloneIsLevelOne() {
    SignIn browser = new SignIn();

    assertThat(browser.as(person(false), Map.of())).contains("\"acr\":\"1\"");
    assertThat(browser.asked()).containsExactly("password");
  }

  @Test
  void aCodeIsLevelTwoAndTheSessionIsKept() {
    SignIn browser = new SignIn();
    String username = person(true);

    assertThat(browser.as(username, Map.of())).contains("\"acr\":\"2\"");
    assertThat(browser.asked()).containsExactly("password", "code");
    assertThat(browser.as(username, Map.of("acr_values", "2"))).contains("\"acr\":\"2\"");
    assertThat(browser.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"acr_values, 1", "acr_values, 0", "prompt, login"})
  void whoeverHasASecondFactorCannotTalkTheirWayPastIt(String parameter, String value) {
    SignIn browser = new SignIn();

    assertThat(browser.as(person(true), Map.of(parameter, value))).isNotEmpty();
    assertThat(browser.asked()).containsExactly("password", "code");
  }

  @Test
  void levelTwoIsNotGivenToWhoHasNoSecondFactor() {
    SignIn browser = new SignIn();
    String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"2\"]}}}";

    assertThat(browser.as(person(false), Map.of("claims", essential))).isEmpty();
    assertThat(browser.as(person(false), Map.of("acr_values", "2", "prompt", "login")))
        .contains("\"acr\":\"1\"");
  }

  @Test
  void aSensitiveActIsAskedForPasswordAndCodeAgainAlthoughTheSessionGoesOn() {
    SignIn browser = new SignIn();
    String username = person(true);
    long first = authTime(browser.as(username, Map.of()));

    assertThat(authTime(browser.as(username, Map.of()))).isEqualTo(first);
    String again = browser.as(username, Map.of("prompt", "login", "acr_values", "2"));

    assertThat(browser.asked()).containsExactly("password", "code");
    assertThat(again).contains("\"acr\":\"2\"");
    assertThat(authTime(again)).isGreaterThanOrEqualTo(first);
  }

  private static long authTime(String claims) {
    Matcher time = Pattern.compile("\"auth_time\":(\\d+)").matcher(claims);
    assertThat(time.find()).isTrue();
    return Long.parseLong(time.group(1));
  }

  @Test
  void thePageIsInUrduFromRightToLeft() {
    SignIn browser = new SignIn();

    assertThat(browser.as("nobody-of-this-name", Map.of("ui_locales", "ur"))).isEmpty();
    assertThat(browser.page())
        .contains("dir=\"rtl\"")
        .contains("lang=\"ur\"")
        .contains("صارف کا نام یا پاس ورڈ درست نہیں۔");
  }

  private String person(boolean withCode) {
    String username = "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    ObjectNode account = calls.json().createObjectNode();
    account.put("username", username).put("enabled", true);
    ArrayNode credentials = account.putArray("credentials");
    credentials.addObject().put("type", "password").put("value", SignIn.PASSWORD);
    if (withCode) {
      credentials
          .addObject()
          .put("type", "otp")
          .put("secretData", "{\"value\":\"%s\"}".formatted(SignIn.OTP_SECRET))
          .put(
              "credentialData",
              "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,"
                  + "\"algorithm\":\"HmacSHA1\"}");
    }
    assertThat(calls.create("/users", account)).isPresent();
    return username;
  }
}
