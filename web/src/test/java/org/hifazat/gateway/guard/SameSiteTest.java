package org.hifazat.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SameSiteTest {
  private static final List<String> CHANGES =
      List.of("/api/cases/v1/echo", "/sign-out", "/sign-out-everywhere");

  @Test
  void aChangeFromTheApplicationsOwnPagePasses() {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);

    assertThat(browser.post("/api/cases/v1/echo", "{}").statusCode()).isEqualTo(200);
    assertThat(
            browser
                .send(
                    browser
                        .request("/api/cases/v1/echo")
                        .header("X-Hifazat", "1")
                        .header("Origin", GatewayWorld.publicUrl())
                        .DELETE())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aChangeWithoutTheHeaderIsRefused() {
    everyChange(request -> request.header("Origin", GatewayWorld.publicUrl()));
  }

  @Test
  void aChangeThatDoesNotSayWhereItComesFromIsRefused() {
    everyChange(request -> request.header("X-Hifazat", "1"));
  }

  @Test
  void aChangeFromAnotherOriginIsRefused() {
    everyChange(
        request -> request.header("X-Hifazat", "1").header("Origin", "https://elsewhere.example"));
    everyChange(request -> request.header("X-Hifazat", "1").header("Origin", "null"));
    everyChange(
        request ->
            request.header("X-Hifazat", "1").header("Origin", GatewayWorld.publicUrl() + ".evil"));
  }

  @Test
  void aChangeTheBrowserCallsCrossSiteIsRefusedWhateverItsOriginSays() {
    for (String site : List.of("cross-site", "same-site", "none")) {
      everyChange(
          request ->
              request
                  .header("X-Hifazat", "1")
                  .header("Origin", GatewayWorld.publicUrl())
                  .header("Sec-Fetch-Site", site));
    }
  }

  private interface Headers {
    HttpRequest.Builder add(HttpRequest.Builder request);
  }

  private static void everyChange(Headers headers) {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    int before = GatewayWorld.taken();
    for (String path : CHANGES) {
      HttpResponse<String> refused =
          browser.send(headers.add(browser.request(path)).POST(BodyPublishers.ofString("{}")));
      assertThat(refused.statusCode()).as(path).isEqualTo(403);
      assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("cross-site");
    }
    assertThat(GatewayWorld.taken()).isEqualTo(before);
    assertThat(browser.session().getBoolean("signedIn")).isTrue();
  }
}
