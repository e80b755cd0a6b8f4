package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Patience;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class PassagesTest {
  private static final String SECRET = "a header's words";

  @Inject Passages passages;
  @Inject Vertx vertx;

  @Test
  void whatIsWellGoesThereAndBack() throws Exception {
    HttpResponse<String> answer = through(headers -> {}, response -> {});

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("body")).isEqualTo("{}");
  }

  @Test
  void aFaultOnTheWayThereIsAnsweredAndNoPartHearsOfTheRequest() throws Exception {
    int before = GatewayWorld.taken();

    internal(through(PassagesTest::fail, response -> {}));

    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  @Test
  void aFaultOnTheWayBackIsAnswered() throws Exception {
    internal(through(headers -> {}, PassagesTest::fail));
  }

  private static void internal(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("internal");
    assertThat(answer.body()).doesNotContain(SECRET);
  }

  private static void fail(Object whatever) {
    throw new IllegalStateException(SECRET);
  }

  /** The answer of a gateway with one way, to a service that echoes. */
  private HttpResponse<String> through(Consumer<MultiMap> there, Consumer<ProxyResponse> back)
      throws Exception {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(
            context -> passages.carry(context, new Passage(Part.CASES, "/v1/echo", there, back)));
    HttpServer server =
        soon(vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1"));
    try {
      return new Browser()
          .send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + server.actualPort() + "/anything"))
                  .POST(BodyPublishers.ofString("{}")));
    } finally {
      soon(server.close());
    }
  }

  private static <T> T soon(Future<T> future) throws Exception {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
  }
}
