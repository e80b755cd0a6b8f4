package org.hifazat.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/** Free and open ports of this machine's loopback address. */
public final class Ports {

  private Ports() {}

  /** A port nobody listened on a moment ago. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether something accepts connections at 127.0.0.1. */
  public static boolean open(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
          (int) Duration.ofMillis(500).toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Without this, a foreign server on the port would answer for the one that could not start. */
  static void requireFree(String server, int port) {
    if (open(port)) {
      throw new EmbeddedServerException(
          server + " cannot start: port " + port + " is already taken");
    }
  }
}
