package org.hifazat.referral.notice.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport.Channel;
import org.hifazat.referral.notice.NoticeTransport.NotSentException;
import org.hifazat.referral.notice.NoticeTransport.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Text messages go to a gateway as it wants them, and what it refuses or leaves lying is told. */
class SmsGatewayTest {
  private static final Notice NOTICE =
      new Notice(Channel.SMS, "+923001234567", "حفاظت", "ایک ریفرل & more: https://x.example");

  /** What the gateway was sent: authorization, kind of content and body. */
  private record Asked(String authorization, String type, String body) {}

  private final List<Asked> asked = new ArrayList<>();
  private int answer = 202;
  private boolean unending;
  private HttpServer gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          asked.add(
              new Asked(
                  String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                  exchange.getRequestHeaders().getFirst("Content-Type"),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          if (answer > 0) {
            exchange.sendResponseHeaders(answer, unending ? 0 : -1);
            if (unending) {
              exchange.getResponseBody().write('.');
              exchange.getResponseBody().flush();
            } else {
              exchange.close();
            }
          }
        });
    gateway.start();
  }

  @AfterEach
  void close() {
    gateway.stop(0);
  }

  @Test
  void aMessageIsSentAsTheGatewayNamesItsFields() throws Exception {
    transport(Map.of("sender", "Hifazat")).send(NOTICE);
    transport(Map.of("format", "form", "number-field", "msisdn", "text-field", "message"))
        .send(NOTICE);
    assertThat(asked)
        .containsExactly(
            new Asked(
                "Bearer invented",
                "application/json",
                "{\"to\":\"+923001234567\",\"text\":\"ایک ریفرل & more: https://x.example\",\"from\":\"Hifazat\"}"),
            new Asked(
                "Bearer invented",
                "application/x-www-form-urlencoded",
                "msisdn=%2B923001234567&message=%D8%A7%DB%8C%DA%A9+%D8%B1%DB%8C%D9%81%D8%B1%D9%84+%26+more%3A+https%3A%2F%2Fx.example"));
  }

  @Test
  void whatTheGatewayDoesNotTakeIsToldAndNoRedirectIsFollowed() {
    for (int status : new int[] {400, 401, 500, 302}) {
      answer = status;
      assertRefused(transport(Map.of()), "sms-gateway-refused");
    }
    assertThat(asked).hasSize(4);
    answer = 0;
    assertRefused(transport(Map.of("within", "200ms")), "sms-gateway-slow");
    gateway.stop(0);
    assertRefused(transport(Map.of()), "sms-gateway-away");
  }

  @Test
  @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void anAnswerWithoutAnEndHoldsNobodyUp() throws Exception {
    unending = true;
    SmsGatewayTransport transport = transport(Map.of());
    transport.send(NOTICE);
    answer = 500;
    assertRefused(transport, "sms-gateway-refused");
    assertThat(asked).hasSize(2);
  }

  @Test
  void withoutASafeAddressOrWithABrokenHeaderTheServiceDoesNotStart() {
    assertThatThrownBy(() -> transport(Map.of("plain-http", "false")).check(new StartupEvent()))
        .hasMessageContaining("no https address");
    assertThatThrownBy(() -> transport(Map.of("url", "")).check(new StartupEvent()))
        .hasMessageContaining("is not set");
    for (String broken : List.of("Bearer one\ntwo", "Bearer one\r\nX-Other: two", "Bearer\u0000")) {
      assertThatThrownBy(() -> transport(Map.of("authorization", broken)).check(new StartupEvent()))
          .hasMessageContaining("authorization is no header")
          .hasMessageNotContaining("one");
    }
    SmsGatewayTransport plain = transport(Map.of());
    plain.check(new StartupEvent());
    assertThat(plain.takes(Channel.SMS)).isTrue();
    assertThat(plain.takes(Channel.EMAIL)).isFalse();
  }

  private static void assertRefused(SmsGatewayTransport transport, String code) {
    assertThatThrownBy(() -> transport.send(NOTICE))
        .isInstanceOfSatisfying(
            NotSentException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private SmsGatewayTransport transport(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
    settings.put("authorization", "Bearer invented");
    settings.put("plain-http", "true");
    settings.putAll(more);
    Map<String, String> all = new HashMap<>(Map.of("hifazat.notice.sms", "http"));
    settings.forEach((name, value) -> all.put("hifazat.notice.sms-gateway." + name, value));
    NoticeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(NoticeConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .withDefaultValue("hifazat.notice.email", "file")
            .build()
            .getConfigMapping(NoticeConfig.class);
    return new SmsGatewayTransport(config, new ObjectMapper());
  }
}
