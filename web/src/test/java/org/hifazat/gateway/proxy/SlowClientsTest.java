package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

/** Nobody needs to be anybody to begin a request and never end it. */
@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SlowClientsTest {
  private static final String BODY = "{\"text\":\"slowly\"}";
  private static final int BEGUN = 4;

  @Inject GatewayConfig config;

  @Test
  void whoBeginsRequestsAndDoesNotEndThemTakesNoConnectionFromOthers() throws IOException {
    int before = GatewayWorld.taken();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int n = 0; n < 2 * config.limits().connectionsPerService() + 2; n++) {
        slow.add(begun());
      }
      HttpResponse<String> answered = quick();

      assertThat(answered.statusCode()).isEqualTo(200);
      assertThat(GatewayWorld.taken()).as("requests a service heard of").isEqualTo(before + 1);
      Socket ended = slow.getFirst();
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
  void aBodyWithoutALengthIsMeasuredInHttp2Too() throws IOException, InterruptedException {
    int limit = Math.toIntExact(config.limits().bodyBytes());
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      // The first request asks for HTTP/2, those after it are in it.
      client.send(to("/partner/v1/echo").GET().build(), BodyHandlers.ofString());
      HttpResponse<String> taken = client.send(unmeasured(limit), BodyHandlers.ofString());
      HttpResponse<String> refused = client.send(unmeasured(limit + 1), BodyHandlers.ofString());

      assertThat(taken.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(new JsonObject(taken.body()).getInteger("bytes")).isEqualTo(limit);
      assertThat(refused.statusCode()).isEqualTo(413);
      HttpResponse<String> announced =
          client.send(
              to("/partner/v1/echo").POST(BodyPublishers.ofByteArray(new byte[limit + 1])).build(),
              BodyHandlers.ofString());
      assertThat(announced.statusCode()).isEqualTo(413);
    }
  }

  private static HttpRequest unmeasured(int bytes) {
    return to("/partner/v1/echo")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])))
        .build();
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(GatewayWorld.publicUrl() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer whoever");
  }

  private static HttpResponse<String> quick() {
    return new Browser().send(to("/partner/v1/echo").POST(BodyPublishers.ofString(BODY)));
  }

  /** A request whose head and first bytes are sent. */
  private static Socket begun() throws IOException {
    URI gateway = URI.create(GatewayWorld.publicUrl());
    Socket socket = new Socket("localhost", gateway.getPort());
    socket.setSoTimeout(60_000);
    socket
        .getOutputStream()
        .write(
            ("POST /partner/v1/echo HTTP/1.1\r\nHost: "
                    + gateway.getAuthority()
                    + "\r\nAuthorization: Bearer whoever\r\nConnection: close\r\nContent-Length: "
                    + BODY.length()
                    + "\r\n\r\n"
                    + BODY.substring(0, BEGUN))
                .getBytes(StandardCharsets.ISO_8859_1));
    return socket;
  }
}
