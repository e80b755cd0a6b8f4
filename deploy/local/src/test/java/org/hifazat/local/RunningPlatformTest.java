package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hifazat.local.ComponentRecord.State;
import org.hifazat.platform.embedded.CommandLine;
import org.hifazat.platform.embedded.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a process of its own, with the parts that need no build of ours, on its bad days.
 */
class RunningPlatformTest {

  private static final Duration PATIENCE = Duration.ofSeconds(240);

  @TempDir Path folder;
  private final int base = freeBase();
  private final List<Process> launchers = new ArrayList<>();

  @AfterEach
  void endWhatIsLeft() throws Exception {
    run("down");
    launchers.forEach(Process::destroyForcibly);
  }

  @Test
  void aComponentThatDiesIsStartedAgainAndReported() throws Exception {
    up("postgres,kafka");
    long before = pid(Component.KAFKA);
    ProcessHandle.of(before).orElseThrow().destroyForcibly();
    await(() -> output().contains("Kafka is ready again"));
    assertThat(output()).contains("Kafka has ended");
    assertThat(pid(Component.KAFKA)).isNotEqualTo(before);
    assertThat(run("status")).isZero();
  }

  @Test
  void downLeavesNoProcessAndNothingToRecoverFrom() throws Exception {
    Process launcher = up("postgres");
    assertThat(run("status")).isZero();
    assertThat(run("down")).isZero();
    assertThat(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(processesOfThisFolder()).isEmpty();
    assertThat(run("status")).isEqualTo(Command.Exit.FAILED.code());
    assertThat(run("down")).isZero();
  }

  @Test
  void theNextLauncherEndsTheOrphansOfAKilledOneAndStartsOnTheSameData() throws Exception {
    Process first = up("postgres,kafka");
    long orphan = pid(Component.POSTGRES);
    first.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(orphan)).isPresent();
    assertThat(run("status")).isEqualTo(Command.Exit.FAILED.code());
    up("postgres,kafka");
    assertThat(output()).contains("process " + orphan + "), left behind");
    assertThat(pid(Component.POSTGRES)).isNotEqualTo(orphan);
    assertThat(run("status")).isZero();
  }

  @Test
  void orphansAreFoundByTheirCommandLinesWhenNothingWasWrittenDown() throws Exception {
    Process first = up("postgres,kafka");
    first.destroyForcibly().waitFor();
    new RunFolder(folder.resolve("run")).clear();
    assertThat(processesOfThisFolder()).isNotEmpty();
    assertThat(run("down")).isZero();
    assertThat(processesOfThisFolder()).isEmpty();
  }

  @Test
  void aSecondLauncherSaysThatThePlatformIsRunningAndLeavesItAlone() throws Exception {
    up("postgres");
    Process second = start("up", "--only=postgres");
    String said =
        new String(second.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(second.waitFor()).isEqualTo(Command.Exit.ALREADY_RUNNING.code());
    assertThat(said).contains("already running").contains("HIFAZAT_PORT");
    assertThat(run("status")).isZero();
  }

  @Test
  void aTakenPortEndsTheStartBeforeAnythingRuns() throws Exception {
    try (ServerSocket taken = new ServerSocket(base + 30, 1, InetAddress.getLoopbackAddress())) {
      Process launcher = start("up", "--only=postgres,kafka");
      String said =
          new String(
              launcher.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(launcher.waitFor()).isEqualTo(Command.Exit.PORT_TAKEN.code());
      assertThat(said)
          .contains("Port " + taken.getLocalPort())
          .contains("process " + ProcessHandle.current().pid())
          .contains("HIFAZAT_PORT=");
    }
    assertThat(processesOfThisFolder()).isEmpty();
  }

  private Process up(String components) throws IOException {
    Process launcher =
        command("up", "--only=" + components)
            .redirectOutput(folder.resolve("up.txt").toFile())
            .start();
    launchers.add(launcher);
    await(() -> output().lines().anyMatch(line -> line.endsWith("  ready")));
    return launcher;
  }

  private Process start(String... words) throws IOException {
    Process launcher = command(words).start();
    launchers.add(launcher);
    return launcher;
  }

  private int run(String... words) throws Exception {
    return command(words).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
  }

  private ProcessBuilder command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dhifazat.root=" + System.getProperty("hifazat.root"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.hifazat.local.Launcher"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HIFAZAT_PORT", Integer.toString(base));
    builder.environment().put("HIFAZAT_DATA", folder.toString());
    return builder;
  }

  private String output() {
    try {
      return Files.readString(folder.resolve("up.txt"));
    } catch (IOException e) {
      return "";
    }
  }

  private long pid(Component component) {
    return new RunFolder(folder.resolve("run"))
        .read(component)
        .filter(record -> record.state() == State.READY)
        .orElseThrow()
        .pid();
  }

  private List<Long> processesOfThisFolder() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(
            pid ->
                CommandLine.of(pid).orElse(List.of()).stream()
                    .anyMatch(
                        word ->
                            word.startsWith(folder.resolve("pg").toString())
                                || word.startsWith(folder.resolve("kafka").toString())))
        .toList();
  }

  private void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end || launchers.stream().noneMatch(Process::isAlive)) {
        throw new AssertionError("It did not happen; the launcher said:\n" + output());
      }
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** Where {@link Ports} gives none away meanwhile, and no platform is started beside this one. */
  private static int freeBase() {
    // another run beside this one begins elsewhere
    int first = (int) (ProcessHandle.current().pid() % 170);
    for (int at = 0; at < 170; at++) {
      int candidate = 10_000 + (first + at) % 170 * 50;
      if (java.util.stream.IntStream.range(0, 50)
          .noneMatch(offset -> Ports.open(candidate + offset))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No 50 free ports in a row");
  }
}
