package org.hifazat.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hifazat.gateway.world.GatewayWorld;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path that means another one once it is decoded comes no further than the gate. */
@HifazatTest(service = "gateway", kafka = false)
@WithTestResource(value = GatewayWorld.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DetourTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cases/v1/echo",
        "/api/partner/v1/referrals",
        "/partner/v1/referrals",
        "/link/v1/openings",
        "/link",
        "/openrosa/formList",
        "/auth/realms/hifazat/account",
        "/session/return",
        "/sign-in",
        "/assets/app-0a1b2c3d.js"
      })
  void isRefusedInEveryPartOfTheAddressSpaceAndReachesNoService(String path) throws IOException {
    int before = GatewayWorld.taken();
    String first = "/%" + Integer.toHexString(path.charAt(1)) + path.substring(2);
    String last = path.substring(0, path.length() - 1);
    String end = "%" + Integer.toHexString(path.charAt(path.length() - 1));
    for (String detour :
        new String[] {
          first,
          first.toUpperCase(Locale.ROOT),
          last + end,
          "/" + path,
          path + ";x=1",
          path + "%3bx",
          path + "/../x",
          path + "/%2e%2e/x",
          path + "/.%2E/x",
          path + "%2fx",
          path + "\\x",
          path + "%5cx",
          path + "%00",
          path + "%0d%0aX:y",
          path + "%252e",
          path + "%",
          path + "%zz",
          path + "%7E"
        }) {
      String answer = answer(detour);
      assertThat(answer).as(detour).startsWith("HTTP/1.1 400 ");
      assertThat(answer).as(detour).doesNotContain("Exception", "internal");
    }
    assertThat(GatewayWorld.taken()).isEqualTo(before);
  }

  /** As sent: a client's own library would mend or refuse some of them. */
  private static String answer(String path) throws IOException {
    URI gateway = URI.create(GatewayWorld.publicUrl());
    try (Socket socket = new Socket("localhost", gateway.getPort())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
