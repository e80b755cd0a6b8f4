package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.hifazat.platform.embedded.Ports;
import org.junit.jupiter.api.Test;

class PortHolderTest {

  private static final List<String> TABLE =
      List.of(
          "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
          "   0: 0100007F:2198 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 4711 1 0",
          "   1: 0100007F:2198 0100007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 4712 1 0",
          "   2: 0100007F:D431 0100007F:2198 01 00000000:00000000 00:00000000 00000000     0        0 4713 1 0",
          "   3: 00000000000000000000000000000000:2199 00000000000000000000000000000000:0000 0A"
              + " 00000000:00000000 00:00000000 00000000     0        0 4714 1 0");

  @Test
  void theSocketThatListensIsTakenNotTheConnectionsThroughIt() {
    assertThat(PortHolder.listeningSockets(TABLE, 8600)).containsExactly("socket:[4711]");
  }

  @Test
  void aSocketOfTheNewerProtocolVersionIsFoundToo() {
    assertThat(PortHolder.listeningSockets(TABLE, 8601)).containsExactly("socket:[4714]");
  }

  @Test
  void aPortThatIsOnlyTheFarEndOfAConnectionHasNoHolder() {
    assertThat(PortHolder.listeningSockets(TABLE, 0xD431)).isEmpty();
  }

  @Test
  void thisProcessIsNamedAsTheHolderOfItsPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortHolder.of(socket.getLocalPort()))
          .hasValueSatisfying(
              holder -> {
                assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(holder.command()).contains("java");
              });
    }
  }

  @Test
  void aFreePortHasNoHolder() {
    assertThat(PortHolder.of(Ports.free())).isEmpty();
  }
}
