package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

  @TempDir Path folder;

  @Test
  void aTakenPortIsNamedWithItsHolderAndTheComponentThatNeedsIt() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int base = socket.getLocalPort() - 30;
      Installation installation = new Installation(folder, base, folder);
      assertThat(Up.taken(installation, EnumSet.of(Component.POSTGRES)))
          .singleElement()
          .asString()
          .contains("Port " + socket.getLocalPort())
          .contains("PostgreSQL")
          .contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void aComponentThatDoesNotExistIsRefusedWithTheOnesThatDo() {
    Installation installation = new Installation(folder, 8600, folder);
    assertThatThrownBy(() -> new Up().run(installation, List.of("--only=oracle")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("oracle")
        .hasMessageContaining("postgres, kafka, keycloak");
  }

  @Test
  void deadLettersAreReplayedOnlyForAServiceThatExists() {
    Installation installation = new Installation(folder, 8600, folder);
    assertThatThrownBy(() -> new ReplayDeadLetters().run(installation, List.of("kafka")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatIsNotRunningIsNotReady() {
    Installation installation = new Installation(folder, 8600, folder);
    assertThat(new Status().run(installation, List.of())).isEqualTo(Command.Exit.FAILED);
  }
}
