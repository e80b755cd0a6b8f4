package org.hifazat.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** The lowest port that Linux gives to an outgoing connection unless it is told otherwise. */
  private static final int OUTGOING = 32_768;

  @Test
  void aFreePortIsNoneThatAnOutgoingConnectionMayTakeWhileItsServerIsStopped() {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ports.add(Ports.free());
    }

    assertThat(ports).hasSize(50).allMatch(port -> port < OUTGOING);
  }

  @Test
  void aPortSomebodyListensOnIsLeftOut() throws IOException {
    int next = Ports.free() + 1;
    try (ServerSocket holder = held(next)) {
      assertThat(Ports.free()).isNotEqualTo(next);
      assertThat(holder.isClosed()).isFalse();
    }
  }

  /** Held by somebody else already is as good. */
  private static ServerSocket held(int port) throws IOException {
    try {
      return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    } catch (BindException takenAlready) {
      return new ServerSocket();
    }
  }
}
