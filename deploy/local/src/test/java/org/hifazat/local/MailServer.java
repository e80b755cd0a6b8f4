package org.hifazat.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server as others run one, in a container of its own: GreenMail, which takes letters and
 * knows its users' passwords, behind STARTTLS, which it does not speak itself. Every letter becomes
 * a file.
 */
final class MailServer {
  static final int PORT = 2525;
  static final String MAILS = "/tmp/mails";

  private final SSLContext tls;
  private final int behind;

  private MailServer(SSLContext tls, int behind) {
    this.tls = tls;
    this.behind = behind;
  }

  /** Of its store, the store's password, a user and the user's password. */
  public static void main(String[] words) throws Exception {
    Files.createDirectories(Path.of(MAILS));
    GreenMail mail =
        new GreenMail(ServerSetup.SMTP.port(PORT + 1)).withConfiguration(user(words[2], words[3]));
    mail.start();
    MailServer server = new MailServer(context(Path.of(words[0]), words[1]), PORT + 1);
    Thread.ofVirtual().start(server::takeCallers);
    for (int wanted = 1; true; wanted++) {
      while (!mail.waitForIncomingEmail(Duration.ofMinutes(1).toMillis(), wanted)) {}
      for (MimeMessage letter : mail.getReceivedMessages()) {
        write(letter);
      }
    }
  }

  private static GreenMailConfiguration user(String name, String password) {
    return GreenMailConfiguration.aConfig().withUser(name + "@mail.example", name, password);
  }

  private static void write(MimeMessage letter) throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    letter.writeTo(text);
    String name = UUID.nameUUIDFromBytes(text.toByteArray()).toString();
    Path begun = Files.write(Path.of(MAILS, "." + name), text.toByteArray());
    Files.move(begun, Path.of(MAILS, name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static SSLContext context(Path store, String password) throws Exception {
    KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  private void takeCallers() {
    try (ServerSocket door = new ServerSocket(PORT)) {
      while (true) {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      }
    } catch (IOException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** Nothing but STARTTLS before TLS; everything else is said to the server behind. */
  private void serve(Socket caller) {
    try (caller) {
      OutputStream out = caller.getOutputStream();
      InputStream in = caller.getInputStream();
      say(out, "220 mail ready");
      while (true) {
        String word = line(in).split(" ", 2)[0].toUpperCase(Locale.ROOT);
        switch (word) {
          case "EHLO" -> say(out, "250-mail", "250 STARTTLS");
          case "STARTTLS" -> {
            say(out, "220 go on");
            safely(caller);
            return;
          }
          case "", "QUIT" -> {
            return;
          }
          default -> say(out, "530 5.7.0 Must issue a STARTTLS command first");
        }
      }
    } catch (IOException gone) {
      System.err.println("A caller left: " + gone.getMessage());
    }
  }

  private void safely(Socket caller) throws IOException {
    try (SSLSocket safe =
            (SSLSocket) tls.getSocketFactory().createSocket(caller, null, caller.getPort(), true);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      safe.setUseClientMode(false);
      safe.startHandshake();
      // its greeting: one has been said
      line(server.getInputStream());
      Thread answers = Thread.ofVirtual().start(() -> pass(server, safe));
      pass(safe, server);
      join(answers);
    }
  }

  private static void join(Thread answers) {
    try {
      answers.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException gone) {
      System.err.println("A line broke: " + gone.getMessage());
    }
  }

  private static void say(OutputStream out, String... lines) throws IOException {
    out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Byte by byte: what follows STARTTLS is TLS's. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
