package org.hifazat.referral.webhook.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.Patience;
import org.hifazat.referral.webhook.Answer;
import org.hifazat.referral.webhook.Names;
import org.hifazat.referral.webhook.ReceiverAddress;
import org.hifazat.referral.webhook.SignedMessage;
import org.hifazat.referral.webhook.WebhookConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS to a receiver whose name the test itself resolves. */
class PinnedPostTest {
  private static final String NAME = "hooks.example";
  private static final String WORD = "of-this-test";
  private static final SignedMessage MESSAGE =
      new SignedMessage("id", 1_614_265_330L, "v1a,AAAA", new byte[] {'{', '}'});

  @TempDir static Path folder;

  private static final List<String> HOSTS = new CopyOnWriteArrayList<>();
  private static final List<String> SERVER_NAMES = new CopyOnWriteArrayList<>();
  private static final Vertx VERTX = Vertx.vertx();
  private static HttpsServer server;

  @BeforeAll
  static void listen() throws IOException, GeneralSecurityException, InterruptedException {
    Path keys = folder.resolve("keys.p12");
    int made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "san=dns:" + NAME,
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                WORD)
            .start()
            .waitFor();
    assertThat(made).isZero();
    server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.createContext(
        "/",
        exchange -> {
          HOSTS.add(exchange.getRequestHeaders().getFirst("Host"));
          ((ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession())
              .getRequestedServerNames().stream()
                  .map(name -> ((SNIHostName) name).getAsciiName())
                  .forEach(SERVER_NAMES::add);
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    VERTX.close();
  }

  @Test
  void theNameStaysInHostServerNameAndCertificateWhateverAddressIsConnectedTo() {
    assertThat(post(trusting()).send(at(NAME), MESSAGE)).isEqualTo(new Answer.Status(204));
    assertThat(HOSTS).contains(NAME + ":" + server.getAddress().getPort());
    assertThat(SERVER_NAMES).contains(NAME);
  }

  @Test
  void aCertificateForAnotherNameOrOfNobodyKnownIsRefused() {
    Answer refused = new Answer.None(Answer.Why.TLS_FAILED);
    assertThat(post(trusting()).send(at("other.example"), MESSAGE)).isEqualTo(refused);
    assertThat(post(new HttpClientOptions()).send(at(NAME), MESSAGE)).isEqualTo(refused);
    assertThat(SERVER_NAMES).doesNotContain("other.example");
  }

  /** What a quick receiver makes of it now and then: here it is waited for. */
  @Test
  void anAnswerThatIsOverBeforeItIsLookedAtIsCutOffAllTheSame() throws Exception {
    HttpClient client =
        VERTX.createHttpClient(trusting().setSsl(true).setVerifyHost(false).setKeepAlive(false));
    HttpClientResponse response =
        client
            .request(HttpMethod.GET, server.getAddress().getPort(), "127.0.0.1", "/")
            .compose(HttpClientRequest::send)
            .toCompletionStage()
            .toCompletableFuture()
            .get(60, TimeUnit.SECONDS);
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isOver(response));
    assertThatCode(() -> PinnedPost.cutOff(response)).doesNotThrowAnyException();
  }

  private static boolean isOver(HttpClientResponse response) {
    try {
      response.exceptionHandler(broken -> {});
      return false;
    } catch (IllegalStateException over) {
      return true;
    }
  }

  private static ReceiverAddress at(String host) {
    return new ReceiverAddress(true, host, server.getAddress().getPort(), "/in");
  }

  private static HttpClientOptions trusting() {
    return new HttpClientOptions()
        .setTrustOptions(
            new PfxOptions().setPath(folder.resolve("keys.p12").toString()).setPassword(WORD));
  }

  private static PinnedPost post(HttpClientOptions options) {
    return new PinnedPost(VERTX, HERE, SETTINGS, Clock.systemUTC(), options);
  }

  private static SSLContext context(Path keys) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(keys)) {
      store.load(stored, WORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, WORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static final WebhookConfig SETTINGS =
      new WebhookConfig() {
        @Override
        public boolean sending() {
          return false;
        }

        @Override
        public boolean plainHttp() {
          return false;
        }

        @Override
        public Optional<List<String>> openRanges() {
          return Optional.empty();
        }

        @Override
        public String publicUrl() {
          return "https://hifazat.example";
        }

        @Override
        public Duration connectWithin() {
          return Patience.LONG;
        }

        @Override
        public Duration answerWithin() {
          return Patience.LONG;
        }

        @Override
        public int lanes() {
          return 1;
        }

        @Override
        public Duration poll() {
          return Duration.ofSeconds(1);
        }

        @Override
        public Duration keep() {
          return Duration.ofDays(1);
        }
      };

  /** Any name is this machine. */
  private static final Names HERE =
      new Names(SETTINGS) {
        @Override
        public Found find(String host) {
          return new Found.At(InetAddress.ofLiteral("127.0.0.1"));
        }
      };
}
