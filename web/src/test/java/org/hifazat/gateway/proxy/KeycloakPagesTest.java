package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
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
class KeycloakPagesTest {

  @Test
  void keycloakNamesItselfByThePublicAddress() {
    HttpResponse<String> metadata =
        new Browser().get("/auth/realms/hifazat/.well-known/openid-configuration");

    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(metadata.body()).getString("authorization_endpoint"))
        .isEqualTo(GatewayWorld.publicUrl() + "/auth/realms/hifazat/protocol/openid-connect/auth");
  }

  @Test
  void aClientCannotMakeKeycloakNameItselfOtherwise() {
    Browser browser = new Browser();

    HttpResponse<String> metadata =
        browser.send(
            browser
                .request("/auth/realms/hifazat/.well-known/openid-configuration")
                .header("X-Forwarded-Host", "elsewhere.example")
                .header("X-Forwarded-Proto", "https")
                .header("Forwarded", "host=elsewhere.example")
                .GET());

    assertThat(metadata.body()).doesNotContain("elsewhere.example");
  }

  @Test
  void aPartnerMayAskForItsToken() {
    Browser partner = new Browser();

    HttpResponse<String> answer =
        partner.send(
            partner
                .request("/auth/realms/hifazat/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=nobody&client_secret=x")));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(new JsonObject(answer.body()).getString("error")).isEqualTo("invalid_client");
  }

  @Test
  void theFilesOfTheSignInPageCome() {
    Browser browser = new Browser();
    String page = browser.follow(browser.get("/sign-in")).body();
    String file = page.replaceAll("(?s).*?(/auth/resources/[^\"]+).*", "$1");

    assertThat(browser.get(file).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth",
        "/auth/",
        "/auth/admin",
        "/auth/admin/",
        "/auth/admin/master/console/",
        "/auth/admin/realms/hifazat",
        "/auth/realms/master/protocol/openid-connect/token",
        "/auth/realms/master/.well-known/openid-configuration",
        "/auth/realms/hifazat/clients-registrations/default",
        "/auth/health",
        "/auth/metrics",
        "/auth/realmsx",
        "/auth/js/keycloak.js"
      })
  void theRestOfKeycloakIsNotReachable(String path) {
    HttpResponse<String> absent = new Browser().get(path);

    assertThat(absent.statusCode()).isEqualTo(404);
    assertThat(absent.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/realms/hifazat/protocol/%2e%2e/%2e%2e/%2e%2e/admin/",
        "/auth/realms/hifazat/account/..%2f..%2f..%2fadmin",
        "/auth/resources/%252e%252e/admin",
        "/auth/realms/hifazat;x/account"
      })
  void noDetourLeadsToTheRestOfKeycloak(String path) {
    assertThat(new Browser().get(path).statusCode()).isEqualTo(400);
  }
}
