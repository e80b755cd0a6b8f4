package org.hifazat.referral;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The other end of a webhook, as an agency's system would have it. */
final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile int status = 204;
  private volatile boolean silent;
  private volatile Optional<String> rest = Optional.empty();
  private volatile Runnable meanwhile = () -> {};
  private volatile Optional<String> elsewhere = Optional.empty();

  /** A message as it came. */
  record Got(String id, long second, String signature, String host, String path, byte[] body) {
    JsonPath json() {
      return JsonPath.from(text());
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    boolean verifiedBy(String key, Instant now) {
      return StandardWebhooks.verified(key, id, second, signature, body, now);
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hooks";
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Got> got() {
    return List.copyOf(got);
  }

  void answers(int code) {
    status = code;
    silent = false;
  }

  void asksForRest(int code, String seconds) {
    status = code;
    rest = Optional.of(seconds);
  }

  /** What happens once, after the next message came and before it is answered. */
  void meanwhile(Runnable what) {
    meanwhile = what;
  }

  void sendsOnTo(String url) {
    elsewhere = Optional.of(url);
    status = 307;
  }

  /** Takes what comes and never says a word. */
  void fallsSilent() {
    silent = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    got.add(
        new Got(
            header(exchange, "webhook-id"),
            Long.parseLong(header(exchange, "webhook-timestamp")),
            header(exchange, "webhook-signature"),
            header(exchange, "Host"),
            exchange.getRequestURI().toString(),
            body));
    Runnable now = meanwhile;
    meanwhile = () -> {};
    now.run();
    if (silent) {
      try {
        closing.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      return;
    }
    rest.ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", seconds));
    elsewhere.ifPresent(url -> exchange.getResponseHeaders().add("Location", url));
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    if (closing.getCount() == 0) {
      return;
    }
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
