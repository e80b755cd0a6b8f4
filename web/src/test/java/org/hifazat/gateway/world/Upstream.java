package org.hifazat.gateway.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers with what reached it, or in the bad ways services know. */
final class Upstream implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger taken = new AtomicInteger();

  private Upstream(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  static Upstream start() {
    readJsonFactory();
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      Upstream upstream = new Upstream(server, threads);
      server.setExecutor(threads);
      server.createContext("/", upstream::echo);
      server.createContext("/taken", upstream::count);
      server.createContext("/v1/silent", exchange -> upstream.silent());
      server.createContext("/v1/things", upstream::created);
      server.createContext("/v1/pages", upstream::page);
      server.createContext("/v1/file", upstream::file);
      server.createContext("/v1/elsewhere", upstream::elsewhere);
      server.createContext("/link/v1/openings", upstream::linkOpened);
      server.createContext("/link/v1/closing", upstream::linkClosed);
      server.createContext("/partner/v1/things", upstream::partnerCreated);
      server.start();
      return upstream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Vert.x looks for it once, with the class loader of whichever thread writes the first JSON: were
   * that one of ours here, neither we nor the gateway could write any.
   */
  private static void readJsonFactory() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(JsonObject.class.getClassLoader());
    try {
      String read = new JsonObject().encode();
      if (!read.equals("{}")) {
        throw new IllegalStateException("JSON is not written as it should be");
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Method, uri, headers (lower-case names, first values) and body, as JSON. */
  private void echo(HttpExchange exchange) throws IOException {
    taken.incrementAndGet();
    JsonObject headers = new JsonObject();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    byte[] body = exchange.getRequestBody().readAllBytes();
    answer(
        exchange,
        200,
        new JsonObject()
            .put("method", exchange.getRequestMethod())
            .put("uri", exchange.getRequestURI().toString())
            .put("headers", headers)
            .put("bytes", body.length)
            .put("body", body.length < 1000 ? new String(body, StandardCharsets.UTF_8) : "…"));
  }

  /** How many requests arrived through the gateway so far. */
  private void count(HttpExchange exchange) throws IOException {
    byte[] count = Integer.toString(taken.get()).getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, count.length);
    exchange.getResponseBody().write(count);
    exchange.close();
  }

  /** A file to be saved, in pieces as it is decrypted. */
  private void file(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/pdf");
    exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"a.pdf\"");
    byte[] file = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(file);
    exchange.close();
  }

  private void silent() {
    taken.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void created(HttpExchange exchange) throws IOException {
    taken.incrementAndGet();
    exchange.getResponseHeaders().set("Location", url() + "/v1/things/7?full=1");
    exchange.getResponseHeaders().set("ETag", "\"v1\"");
    exchange.getResponseHeaders().set("Set-Cookie", "service=1");
    exchange.getResponseHeaders().set("Server", "secret-server/1.0");
    answer(exchange, 201, new JsonObject());
  }

  private void partnerCreated(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", url() + "/partner/v1/things/7");
    answer(exchange, 201, new JsonObject());
  }

  private void linkOpened(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Hifazat-Link-Session", "s".repeat(43) + ";7200");
    echo(exchange);
  }

  private void linkClosed(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Hifazat-Link-Session", ";0");
    echo(exchange);
  }

  private void page(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .put("Link", List.of("<" + url() + "/v1/pages?cursor=abc>; rel=\"next\""));
    answer(exchange, 200, new JsonObject());
  }

  private void elsewhere(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Location", "https://elsewhere.example/v1/x");
    answer(exchange, 302, new JsonObject());
  }

  private static void answer(HttpExchange exchange, int status, JsonObject body)
      throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] bytes = body.toBuffer().getBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.close();
  }
}
