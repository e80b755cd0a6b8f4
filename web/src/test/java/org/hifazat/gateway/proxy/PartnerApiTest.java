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

  /** One directory for all: Open Referral's clients page by query, and change by If-Match. */
  @Test
  void theDirectoryIsReadAndKeptByAPartnersSystemAndByStaff() {
    Browser partner = new Browser();
    String token = "Bearer " + Tokens.of(Persona.PARTNER_SYSTEM);
    JsonObject read =
        new JsonObject(
            partner
                .send(
                    partner
                        .request("/partner/v1/hsds/services?search=legal%20aid&page=2&per_page=50")
                        .header("Authorization", token)
                        .GET())
                .body());
    assertThat(read.getString("uri"))
        .isEqualTo("/v1/hsds/services?search=legal%20aid&page=2&per_page=50");
    JsonObject kept =
        new JsonObject(
            partner
                .send(
                    partner
                        .request("/partner/v1/hsds/services/7/capacities")
                        .header("Authorization", token)
                        .header("If-Match", "\"v3\"")
                        .PUT(BodyPublishers.ofString("{}")))
                .body());
    assertThat(kept.getString("uri")).isEqualTo("/v1/hsds/services/7/capacities");
    assertThat(kept.getJsonObject("headers").getString("if-match")).isEqualTo("\"v3\"");
    assertThat(
            partner
                .send(partner.request("/v1/hsds/services").header("Authorization", token).GET())
                .body())
        .as("no service is reached by another way")
        .doesNotContain("/v1/hsds");
    assertThat(partner.send(partner.request("/partner/v1/hsds/services").GET()).statusCode())
        .isEqualTo(401);
    Browser staff = Browser.signedIn(Persona.SOCIAL_WORKER);
    assertThat(
            new JsonObject(staff.get("/api/referrals/v1/hsds/organizations?page=1").body())
                .getString("uri"))
        .isEqualTo("/v1/hsds/organizations?page=1");
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

  @Test
  void aPersonOfAnAgencyReachesItWithTheirSessionUnderApi() {
    Browser person = Browser.signedIn(Persona.PARTNER_WORKER);

    JsonObject got =
        new JsonObject(person.get("/api/partner/v1/referrals?updatedSince=2026-01-01").body());

    assertThat(got.getString("uri")).isEqualTo("/partner/v1/referrals?updatedSince=2026-01-01");
    assertThat(got.getJsonObject("headers").getString("authorization")).startsWith("Bearer eyJ");
    assertThat(got.getJsonObject("headers").containsKey("cookie")).isFalse();
    assertThat(person.post("/api/partner/v1/things", "{}").headers().firstValue("Location"))
        .hasValue("/api/partner/v1/things/7");
    assertThat(new Browser().get("/api/partner/v1/referrals").statusCode()).isEqualTo(401);
    assertThat(person.get("/api/partner/v2/referrals").statusCode()).isEqualTo(404);
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
