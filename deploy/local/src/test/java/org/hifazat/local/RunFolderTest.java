package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.hifazat.local.ComponentRecord.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  @TempDir Path folder;

  @Test
  void aRunningProcessIsRecognised() {
    long self = ProcessHandle.current().pid();
    RunFolder run = new RunFolder(folder);
    run.write(Component.KAFKA, ComponentRecord.of(State.READY, self, NOW));
    assertThat(run.read(Component.KAFKA).flatMap(ComponentRecord::process))
        .hasValueSatisfying(process -> assertThat(process.pid()).isEqualTo(self));
  }

  @Test
  void anotherProcessThatGotTheNumberLaterIsNotMistakenForOurs() {
    long self = ProcessHandle.current().pid();
    ComponentRecord earlier =
        new ComponentRecord(State.READY, self, ComponentRecord.startOf(self) - 60_000, NOW);
    assertThat(earlier.process()).isEmpty();
  }

  @Test
  void anEndedProcessIsNotFound() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    assertThat(ComponentRecord.of(State.READY, ended.pid(), NOW).process()).isEmpty();
  }

  @Test
  void aRecordThatIsNotWholeIsTheSameAsNone() throws IOException {
    Files.writeString(folder.resolve("kafka.properties"), "state=READY\npid=12");
    assertThat(new RunFolder(folder).read(Component.KAFKA)).isEmpty();
  }

  @Test
  void aFolderThatIsHeldIsFreeAgainAfterwards() {
    RunFolder run = new RunFolder(folder);
    run.tryHold().orElseThrow().close();
    assertThat(run.tryHold()).hasValueSatisfying(RunFolder.Hold::close);
  }

  @Test
  void whatTheLauncherWasAskedForIsRemembered() {
    RunFolder run = new RunFolder(folder);
    assertThat(run.components()).isEqualTo(EnumSet.allOf(Component.class));
    run.announce(
        ComponentRecord.of(State.READY, ProcessHandle.current().pid(), NOW),
        EnumSet.of(Component.POSTGRES, Component.KAFKA));
    assertThat(run.components())
        .containsExactlyElementsOf(List.of(Component.POSTGRES, Component.KAFKA));
    run.clear();
    assertThat(run.launcher()).isEmpty();
  }
}
