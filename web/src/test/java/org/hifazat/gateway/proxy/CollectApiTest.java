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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class CollectApiTest {

  /** The upstream's own threads would look for Vert.x' JSON in the wrong class loader. */
  @BeforeAll
  static void jsonIsFoundHereFirst() {
    assertThat(new JsonObject().encode()).isEqualTo("{}");
  }

  @Test
  void aDevicesTokenPassesAsItIsAndItsCookiesDoNot() {
    Browser device = new Browser();
    device.keep("anything", "1");

    HttpResponse<String> answer =
        device.send(
            device.request("/openrosa/formList").header("Authorization", "Basic YTpi").GET());

    JsonObject got = new JsonObject(answer.body());
    assertThat(got.getString("uri")).isEqualTo("/openrosa/formList");
    assertThat(got.getJsonObject("headers").getString("authorization")).isEqualTo("Basic YTpi");
    assertThat(got.getJsonObject("headers").containsKey("cookie")).isFalse();
  }

  @Test
  void aSubmissionNeedsNoHeaderOfTheBrowsers() {
    Browser device = new Browser();

    HttpResponse<String> sent =
        device.send(
            device
                .request("/openrosa/submission")
                .header("Authorization", "Bearer abc")
                .POST(BodyPublishers.ofString("--x--")));

    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(sent.body()).getString("body")).isEqualTo("--x--");
  }

  @Test
  void whoShowsNothingIsAskedForThePasswordAndASessionOpensNothing() {
    Browser staff = Browser.signedIn(Persona.SOCIAL_WORKER);
    int before = GatewayWorld.taken();

    HttpResponse<String> refused = staff.get("/openrosa/formList");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValue("Basic realm=\"Hifazat\"");
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }
}
