package org.hifazat.platform.web.file;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/**
 * Asks ClamAV's daemon by its INSTREAM command (clamd(8)): pieces with their length before them, an
 * empty one at the end, one line as answer. The daemon belongs on the same machine or network
 * segment, since the document goes to it in clear.
 */
final class Clamd implements VirusScanner {
  private static final Logger LOG = Logger.getLogger(Clamd.class);
  private static final int PIECE = 64 << 10;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int LONGEST_ANSWER = 1024;

  private final InetSocketAddress address;
  private final int patienceMillis;

  Clamd(InetSocketAddress address, int patienceMillis) {
    this.address = address;
    this.patienceMillis = patienceMillis;
  }

  @Override
  public Verdict scan(byte[] content) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHostString(), address.getPort()), CONNECT_MILLIS);
      socket.setSoTimeout(patienceMillis);
      send(socket, content);
      String answer =
          new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
              .replace("\0", "")
              .strip();
      if (answer.equals("stream: OK")) {
        return Verdict.CLEAN;
      }
      if (answer.endsWith(" FOUND")) {
        return Verdict.INFECTED;
      }
      LOG.error("The virus scanner did not look at a document");
      return Verdict.NOT_LOOKED_AT;
    } catch (IOException away) {
      LOG.errorf("The virus scanner cannot be asked: %s", away.getClass().getSimpleName());
      return Verdict.NOT_LOOKED_AT;
    }
  }

  private static void send(Socket socket, byte[] content) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    for (int from = 0; from < content.length; from += PIECE) {
      int size = Math.min(PIECE, content.length - from);
      out.writeInt(size);
      out.write(content, from, size);
    }
    out.writeInt(0);
    out.flush();
  }
}
