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
import org.hifazat.platform.testing.Persona;
import org.hifazat.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PartnerApiTest {

  @Test
  void aPartnersTokenPassesAndItsCookiesDoNot() {
    Browser partner = new Browser();
    partner.keep("anything", "1");
    String token = Tokens.of(Persona.PARTNER_SYSTEM);

    HttpResponse<String> answer =
        partner.send(
            partner
                .request("/partner/v1/referrals?updatedSince=2026-01-01T00:00:00Z")
                .header("Authorization", "Bearer " + token)
                .GET());

    JsonObject got = new JsonObject(answer.body());
    assertThat(got.getString("uri"))
        .isEqualTo("/partner/v1/referrals?updatedSince=2026-01-01T00:00:00Z");
    assertThat(got.getJsonObject("headers").getString("authorization"))
        .isEqualTo("Bearer " + token);
    assertThat(got.getJsonObject("headers").containsKey("cookie")).isFalse();
  }

  @Test
  void aPartnersChangeNeedsNoHeaderOfTheBrowsers() {
    Browser partner = new Browser();

    HttpResponse<String> created =
        partner.send(
            partner
                .request("/partner/v1/things")
                .header("Authorization", "Bearer abc")
                .POST(BodyPublishers.ofString("{}")));

    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).hasValue("/partner/v1/things/7");
  }

  @Test
  void aSessionCookieOpensNothingHere() {
    Browser staff = Browser.signedIn(Persona.SOCIAL_WORKER);
    int before = GatewayWorld.taken();

    HttpResponse<String> refused = staff.get("/partner/v1/referrals");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).isEmpty();
    assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer a b", "bearer"})
  void onlyABearerTokenPasses(String authorization) {
    Browser partner = new Browser();

    assertThat(
            partner
                .send(
                    partner
                        .request("/partner/v1/referrals")
                        .header("Authorization", authorization)
                        .GET())
                .statusCode())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/partner", "/partner/v2/referrals", "/partner/q/health"})
  void nothingElseIsReachableUnderPartner(String path) {
    Browser partner = new Browser();

    assertThat(
            partner
                .send(partner.request(path).header("Authorization", "Bearer abc").GET())
                .statusCode())
        .isEqualTo(404);
  }
}
