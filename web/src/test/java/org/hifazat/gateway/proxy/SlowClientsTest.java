package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** Nobody needs to be anybody to begin a request and never end it. */
@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SlowClientsTest {
  private static final String BODY = "{\"text\":\"slowly\"}";
  private static final int BEGUN = 4;
  private static final int PIECE = 65_536;

  @Inject GatewayConfig config;
  @Inject Vertx vertx;
  @Inject Passages passages;

  @Test
  void whoBeginsRequestsAndDoesNotEndThemTakesNoConnectionFromOthers() throws IOException {
    int before = GatewayWorld.taken();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 2 * config.limits().connectionsPerService() + 2; n++) {
        slow.add(begun(BODY.length(), BODY.substring(0, BEGUN)));
      }
      HttpResponse<String> answered = quick();

      assertThat(answered.statusCode()).isEqualTo(200);
      assertThat(GatewayWorld.taken()).as("requests a service heard of").isEqualTo(before + 1);
      // The last: the gateway ends a connection that is silent for a minute.
      Socket ended = slow.getLast();
      ended.getOutputStream().write(BODY.substring(BEGUN).getBytes(StandardCharsets.US_ASCII));
      String answer =
          new String(ended.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("slowly");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void strangersWhoFillTheirRoomTakeNoneFromPeopleWhoAreSignedIn() throws IOException {
    Browser staff = Browser.signedIn(Persona.SOCIAL_WORKER);
    int limit = Math.toIntExact(config.limits().bodyBytes());
    long room = config.limits().otherBodiesBytes() / 4;
    Awaitility.await().until(() -> passages.heldOfOthers() == 0);
    List<Socket> slow = new ArrayList<>();
    try {
      for (long left = room; left > 0; left -= limit - 1L) {
        slow.add(begun(limit, "x".repeat((int) Math.min(limit - 1L, left))));
      }
      Awaitility.await().until(() -> passages.heldOfOthers() == room);

      HttpResponse<String> stranger = quick();
      assertThat(stranger.statusCode()).isEqualTo(503);
      assertThat(new JsonObject(stranger.body()).getString("service")).isEqualTo("gateway");
      assertThat(staff.post("/api/referrals/v1/echo", BODY).statusCode()).isEqualTo(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    Awaitility.await().until(() -> passages.heldOfOthers() == 0);
    assertThat(quick().statusCode()).isEqualTo(200);
  }

  @Test
  void aBodyWithoutALengthIsMeasuredInHttp2Too() throws Exception {
    int limit = Math.toIntExact(config.limits().bodyBytes());
    // In HTTP/2 from the first byte: an upgrade on the way fails now and then.
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false));
    try {
      String taken =
          soon(
              begun(client, OptionalInt.empty())
                  .compose(request -> answer(request, limit))
                  .compose(HttpClientResponse::body)
                  .map(Buffer::toString));
      assertThat(new JsonObject(taken).getInteger("bytes")).isEqualTo(limit);
      for (OptionalInt announced : List.of(OptionalInt.empty(), OptionalInt.of(limit + 1))) {
        HttpClientResponse refused =
            soon(begun(client, announced).compose(request -> answer(request, limit + 1)));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.version()).isEqualTo(HttpVersion.HTTP_2);
      }
    } finally {
      soon(client.close());
    }
  }

  /** A request of HTTP/2 that says how long its body will be, or does not. */
  private static Future<HttpClientRequest> begun(HttpClient client, OptionalInt announced) {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(GatewayWorld.publicUrl() + "/partner/v1/echo")
                .putHeader("Authorization", "Bearer whoever"))
        .onSuccess(
            request ->
                announced.ifPresentOrElse(
                    length -> request.putHeader("Content-Length", Integer.toString(length)),
                    () -> request.setChunked(true)));
  }

  /** The answer's head: a refusal comes while the pieces are still being sent, and ends them. */
  private static Future<HttpClientResponse> answer(HttpClientRequest request, int bytes) {
    for (int sent = 0; sent < bytes; sent += PIECE) {
      request.write(Buffer.buffer(new byte[Math.min(PIECE, bytes - sent)]));
    }
    request.end();
    return request.response();
  }

  private static <T> T soon(Future<T> future) throws Exception {
    return future
        .toCompletionStage()
        .toCompletableFuture()
        .get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(GatewayWorld.publicUrl() + path))
        .header("Authorization", "Bearer whoever");
  }

  private static HttpResponse<String> quick() {
    return new Browser().send(to("/partner/v1/echo").POST(BodyPublishers.ofString(BODY)));
  }

  /** A request whose head and first bytes are sent. */
  private static Socket begun(long length, String first) throws IOException {
    URI gateway = URI.create(GatewayWorld.publicUrl());
    Socket socket = new Socket("localhost", gateway.getPort());
    socket.setSoTimeout((int) Patience.LONG.toMillis());
    socket
        .getOutputStream()
        .write(
            ("POST /partner/v1/echo HTTP/1.1\r\nHost: "
                    + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer whoever\r\nConnection: close\r\nContent-Length: "
                    + length
                    + "\r\n\r\n"
                    + first)
                .getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
