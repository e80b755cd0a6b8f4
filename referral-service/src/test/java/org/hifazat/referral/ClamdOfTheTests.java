package org.hifazat.referral;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A ClamAV daemon as its manual describes it, which finds what the tests put into a file. */
public final class ClamdOfTheTests implements QuarkusTestResourceLifecycleManager {
  static final String HARM = "/HarmsWhoeverOpensIt true";
  static final String NO_ANSWER = "/TheScannerGoesAway true";

  private final ServerSocket server;

  public ClamdOfTheTests() throws IOException {
    this.server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
  }

  @Override
  public Map<String, String> start() {
    Thread.ofVirtual().start(this::serve);
    return Map.of("hifazat.clamd.address", "127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        answer(socket);
      } catch (IOException over) {
        // the next accept says whether it was the server
      }
    }
  }

  private static void answer(Socket socket) throws IOException {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    in.readNBytes("zINSTREAM\0".length());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int size = in.readInt(); size > 0; size = in.readInt()) {
      file.writeBytes(in.readNBytes(size));
    }
    String content = file.toString(StandardCharsets.ISO_8859_1);
    if (!content.contains(NO_ANSWER)) {
      String found = content.contains(HARM) ? "stream: Invented.Harm FOUND\0" : "stream: OK\0";
      socket.getOutputStream().write(found.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
