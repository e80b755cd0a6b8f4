package org.hifazat.referral.notice.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.hifazat.referral.notice.NoticeConfig;
import org.hifazat.referral.notice.NoticeTransport.Channel;
import org.hifazat.referral.notice.NoticeTransport.NotSentException;
import org.hifazat.referral.notice.NoticeTransport.Notice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * With the settings an installation begins with: mail goes to a server that shows who it is, over
 * TLS, and nothing is said to any other.
 */
class MailOverTlsTest {
  private static final Notice NOTICE =
      new Notice(
          Channel.EMAIL, "desk@agency.example", "حفاظت", "ایک ریفرل آپ کا انتظار کر رہا ہے۔ https");
  private static final String PASSWORD = "pa$$ ${HOME} \\ \"w\"";

  @TempDir static Path folder;
  private static Vertx vertx;
  private static MailServerCertificate ours;
  private static MailServerCertificate elsewheres;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void arrange() throws Exception {
    vertx = Vertx.vertx();
    ours = MailServerCertificate.of(folder, "ours", "dns:localhost");
    elsewheres = MailServerCertificate.of(folder, "elsewhere", "dns:mail.elsewhere.example");
  }

  @AfterAll
  static void leave() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void aNoticeGoesOverTlsWithThePasswordAsItsOwnerWroteIt() throws Exception {
    for (String lineEnd : List.of("", "\n", "\r\n")) {
      sentWith(PASSWORD + lineEnd);
    }
  }

  private void sentWith(String password) throws Exception {
    ScriptedMailServer server = server(ours);
    transport(server, Map.of("authority", ours.pem(), "password", password)).send(NOTICE);
    assertThat(server.beforeTls()).hasSize(2).last().isEqualTo("STARTTLS");
    assertThat(server.beforeTls().getFirst()).startsWith("EHLO ");
    assertThat(server.overTls())
        .contains("MAIL FROM:<no-reply@hifazat.invalid>", "RCPT TO:<desk@agency.example>")
        .contains(
            "AUTH PLAIN "
                + Base64.getEncoder()
                    .encodeToString(("\0hifazat\0" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aServerThatCannotShowWhoItIsHearsNeitherPasswordNorAddress() throws Exception {
    ScriptedMailServer unknown = server(ours);
    assertRefused(unknown, Map.of(), "mail-server-unsafe");
    ScriptedMailServer another = server(elsewheres);
    assertRefused(another, Map.of("authority", ours.pem()), "mail-server-unsafe");
    ScriptedMailServer namedDifferently = server(elsewheres);
    assertRefused(namedDifferently, Map.of("authority", elsewheres.pem()), "mail-server-unsafe");
    ScriptedMailServer withoutTls = server(null);
    assertRefused(withoutTls, Map.of("authority", ours.pem()), "mail-server-unsafe");
    for (ScriptedMailServer server : List.of(unknown, another, namedDifferently, withoutTls)) {
      assertThat(server.overTls()).isEmpty();
      assertThat(server.beforeTls())
          .allSatisfy(line -> assertThat(line).matches("(EHLO .*|STARTTLS|QUIT)"));
    }
  }

  @Test
  void whyItWasNotTakenIsToldByCode() throws Exception {
    ScriptedMailServer server = server(ours);
    Map<String, String> trusted = Map.of("authority", ours.pem());
    server.answers("AUTH", "535 5.7.8 Who are you, desk@agency.example?");
    assertRefused(server, trusted, "mail-server-sign-in");
    server.answers("AUTH", "235 Welcome");
    server.answers("MAIL", "530 5.7.0 Sign in first");
    assertRefused(server, trusted, "mail-server-sign-in");
    server.answers("MAIL", "250 OK");
    server.answers("RCPT", "550 No such desk");
    assertRefused(server, trusted, "mail-server-refused");
    server.close();
    assertRefused(server, trusted, "mail-server-away");
  }

  @Test
  void aServerThatFellSilentIsSentToAgainOnceItSpeaks() throws Exception {
    ScriptedMailServer server = server(ours);
    server.fallSilent(true);
    MailTransport transport = transport(server, Map.of("authority", ours.pem(), "within", "500ms"));
    for (int i = 0; i < 12; i++) {
      assertThatThrownBy(() -> transport.send(NOTICE)).isInstanceOf(NotSentException.class);
    }
    server.fallSilent(false);
    long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
    while (!sent(transport)) {
      assertThat(System.nanoTime()).as("tried for two minutes").isLessThan(end);
    }
  }

  @Test
  void withoutACertificateToTrustTheServiceDoesNotStart() throws Exception {
    ScriptedMailServer server = server(ours);
    for (String broken : List.of("no certificate", ours.pem().replace("CERTIFICATE", "KEY"))) {
      MailTransport transport = transport(server, Map.of("authority", broken));
      assertThatThrownBy(() -> transport.check(new StartupEvent()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("authority holds no certificate");
    }
    transport(server, Map.of("authority", ours.pem())).check(new StartupEvent());
    transport(server, Map.of()).check(new StartupEvent());
    transport(server, Map.of("authority", "\n")).check(new StartupEvent());
    String key = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";
    MailTransport besides = transport(server, Map.of("authority", key + ours.pem()));
    besides.check(new StartupEvent());
    besides.send(NOTICE);
  }

  private static boolean sent(MailTransport transport) {
    try {
      transport.send(NOTICE);
      return true;
    } catch (NotSentException notYet) {
      return false;
    }
  }

  private void assertRefused(ScriptedMailServer server, Map<String, String> more, String code) {
    assertThatThrownBy(() -> transport(server, more).send(NOTICE))
        .isInstanceOfSatisfying(
            NotSentException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private ScriptedMailServer server(@Nullable MailServerCertificate shown) throws Exception {
    ScriptedMailServer server = ScriptedMailServer.open(vertx, shown);
    open.add(server);
    return server;
  }

  private MailTransport transport(ScriptedMailServer server, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("host", "localhost");
    settings.put("port", Integer.toString(server.port()));
    settings.put("username", "hifazat");
    settings.put("password", PASSWORD);
    settings.putAll(more);
    Map<String, String> all = new HashMap<>(Map.of("hifazat.notice.email", "smtp"));
    settings.forEach((name, value) -> all.put("hifazat.notice.smtp." + name, value));
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(NoticeConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .build();
    MailTransport transport =
        new MailTransport(config.getConfigMapping(NoticeConfig.class), config, vertx);
    open.add(transport::close);
    return transport;
  }
}
