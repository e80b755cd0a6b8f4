package org.hifazat.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.hifazat.gateway.world.Browser;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.MutableClock;
import org.hifazat.platform.testing.Patience;
import org.hifazat.platform.testing.Persona;
import org.junit.jupiter.api.Test;

/** On a slow line much can happen between a request's first bytes and its last. */
@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SlowStaffTest {
  private static final String FIRST = "x".repeat(1_234);
  private static final String REST = "slowly";

  @Inject Passages passages;
  @Inject MutableClock clock;

  @Test
  void aTokenThatEndsWhileTheBodyComesIsExchangedAndTheRequestPasses() throws IOException {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    String before = bearer(browser.get("/api/cases/v1/echo").body());
    try (Socket slow = begun(browser)) {
      clock.advance(Duration.ofSeconds(290));
      String answer = ended(slow);

      assertThat(answer).startsWith("HTTP/1.1 200");
      String body = answer.substring(answer.indexOf('{'));
      assertThat(new JsonObject(body).getInteger("bytes"))
          .isEqualTo(FIRST.length() + REST.length());
      assertThat(bearer(body)).startsWith("Bearer eyJ").isNotEqualTo(before);
    }
  }

  @Test
  void whoIsSignedOutWhileTheBodyComesIsRefusedAndNoServiceHears() throws IOException {
    Browser browser = Browser.signedIn(Persona.SOCIAL_WORKER);
    Browser elsewhere = Browser.signedIn(Persona.SOCIAL_WORKER);
    try (Socket slow = begun(browser)) {
      int before = GatewayWorld.taken();
      assertThat(elsewhere.post("/sign-out-everywhere", "").statusCode()).isEqualTo(204);
      clock.advance(Duration.ofSeconds(10));
      String answer = ended(slow);

      assertThat(answer).startsWith("HTTP/1.1 401").contains("sign-in-required");
      assertThat(GatewayWorld.taken()).isEqualTo(before);
    }
  }

  /** A request whose first bytes the gateway keeps: its session has been opened. */
  private Socket begun(Browser browser) throws IOException {
    URI gateway = URI.create(GatewayWorld.publicUrl());
    Socket socket = new Socket("localhost", gateway.getPort());
    socket.setSoTimeout((int) Patience.LONG.toMillis());
    send(
        socket,
        "POST /api/cases/v1/echo HTTP/1.1\r\nHost: "
            + gateway.getAuthority()
            + "\r\nX-Hifazat: 1\r\nOrigin: "
            + gateway
            + "\r\nCookie: "
            + browser.cookieHeader()
            + "\r\nConnection: close\r\nContent-Length: "
            + (FIRST.length() + REST.length())
            + "\r\n\r\n"
            + FIRST);
    Awaitility.await().until(() -> passages.heldOfSignedIn() == FIRST.length());
    return socket;
  }

  private static String ended(Socket socket) throws IOException {
    send(socket, REST);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String bearer(String echo) {
    return new JsonObject(echo).getJsonObject("headers").getString("authorization");
  }
}
