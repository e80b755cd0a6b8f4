package org.hifazat.platform.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of clamd, with its other end played here as the manual describes it. */
class ClamdTest {

  @ParameterizedTest
  @CsvSource({
    "stream: OK, CLEAN",
    "stream: Win.Test.EICAR_HDB-1 FOUND, INFECTED",
    "INSTREAM size limit exceeded. ERROR, NOT_LOOKED_AT",
    "'', NOT_LOOKED_AT"
  })
  void theDocumentComesWholeAndTheAnswerIsUnderstood(String answer, VirusScanner.Verdict verdict)
      throws IOException {
    byte[] document = new byte[150_000];
    new Random(3).nextBytes(document);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<byte[]> seen = CompletableFuture.supplyAsync(() -> serve(server, answer));
      VirusScanner.Verdict found = clamd(server.getLocalPort()).scan(document);
      assertThat(found).isEqualTo(verdict);
      assertThat(seen.join()).isEqualTo(document);
    }
  }

  @Test
  void aScannerThatIsAwayFindsNothingClean() throws IOException {
    int port;
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
    }
    assertThat(clamd(port).scan(new byte[3])).isEqualTo(VirusScanner.Verdict.NOT_LOOKED_AT);
  }

  private static Clamd clamd(int port) {
    return new Clamd(InetSocketAddress.createUnresolved("127.0.0.1", port), 5_000);
  }

  private static byte[] serve(ServerSocket server, String answer) {
    try (Socket socket = server.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
      assertThat(command).isEqualTo("zINSTREAM\0");
      ByteArrayOutputStream document = new ByteArrayOutputStream();
      for (int size = in.readInt(); size > 0; size = in.readInt()) {
        document.writeBytes(in.readNBytes(size));
      }
      socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
      return document.toByteArray();
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
