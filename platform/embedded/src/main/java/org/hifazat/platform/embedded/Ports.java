package org.hifazat.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Free and open ports of this machine's loopback address. */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;
  private static final int APART = 61;
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * APART % COUNT));

  private Ports() {}

  /**
   * A port nobody listened on a moment ago. It lies below those that systems hand out to outgoing
   * connections (32768 and above on Linux, 49152 by RFC 6335): one of those may be somebody's when
   * a server that was stopped wants its port back. Each process counts from a place of its own, so
   * that two which look at the same time do not find the same one.
   */
  public static int free() {
    for (int i = 0; i < COUNT; i++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // somebody else's
      }
    }
    throw new EmbeddedServerException(
        "No port from " + FIRST + " to " + (FIRST + COUNT - 1) + " is free");
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
