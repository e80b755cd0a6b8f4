package org.hifazat.referral.notice.integration;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Answers as it is told to, and remembers what was said to it before and after TLS. */
final class ScriptedMailServer implements AutoCloseable {
  private final NetServer server;
  private final boolean tls;
  private final List<String> beforeTls = new CopyOnWriteArrayList<>();
  private final List<String> overTls = new CopyOnWriteArrayList<>();
  private final Map<String, String> answers =
      new ConcurrentHashMap<>(
          Map.of(
              "AUTH",
              "235 Welcome",
              "MAIL",
              "250 OK",
              "RCPT",
              "250 OK",
              "DATA",
              "354 Go on",
              ".",
              "250 Taken",
              "RSET",
              "250 OK",
              "QUIT",
              "221 Bye"));
  private volatile boolean silent;

  private ScriptedMailServer(NetServer server, boolean tls) {
    this.server = server;
    this.tls = tls;
  }

  /**
   * @param shown null for a server without TLS
   */
  static ScriptedMailServer open(Vertx vertx, @Nullable MailServerCertificate shown)
      throws Exception {
    NetServerOptions options = new NetServerOptions().setHost("localhost").setPort(0);
    if (shown != null) {
      options.setPfxKeyCertOptions(
          new PfxOptions()
              .setPath(shown.store().toString())
              .setPassword(MailServerCertificate.STORE_PASSWORD));
    }
    NetServer server = vertx.createNetServer(options);
    ScriptedMailServer mail = new ScriptedMailServer(server, shown != null);
    server.connectHandler(mail::greet);
    done(server.listen());
    return mail;
  }

  int port() {
    return server.actualPort();
  }

  /** What is answered to a word of SMTP from now on. */
  void answers(String word, String answer) {
    answers.put(word, answer);
  }

  /** Connections are taken, and nothing is said. */
  void fallSilent(boolean from) {
    silent = from;
  }

  List<String> beforeTls() {
    return List.copyOf(beforeTls);
  }

  List<String> overTls() {
    return List.copyOf(overTls);
  }

  @Override
  public void close() throws Exception {
    done(server.close());
  }

  private void greet(NetSocket client) {
    if (silent) {
      return;
    }
    boolean[] letter = {false};
    client.handler(
        RecordParser.newDelimited("\r\n", line -> answer(client, line.toString(), letter)));
    client.write("220 mail ready\r\n");
  }

  private void answer(NetSocket client, String line, boolean[] letter) {
    if (letter[0] && !line.equals(".")) {
      return;
    }
    String word = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    letter[0] = word.equals("DATA");
    (client.isSsl() ? overTls : beforeTls).add(line);
    switch (word) {
      case "EHLO" ->
          client.write(
              client.isSsl()
                  ? "250-mail\r\n250 AUTH PLAIN\r\n"
                  : "250-mail\r\n" + (tls ? "250-STARTTLS\r\n" : "") + "250 AUTH PLAIN\r\n");
      case "STARTTLS" -> client.write("220 Go on\r\n").onSuccess(said -> client.upgradeToSsl());
      default -> client.write(answers.getOrDefault(word, "500 What?") + "\r\n");
    }
  }

  private static void done(Future<?> future) throws Exception {
    future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
  }
}
