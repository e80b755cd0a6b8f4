package org.hifazat.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One operating system process started by us, in a session of its own where the system has {@code
 * setsid}: Ctrl-C in the terminal then reaches the launcher only, which stops its children in the
 * right order.
 */
public final class ChildProcess {

  private static final long LOG_LIMIT = 10L * 1024 * 1024;
  private static final List<String> OWN_SESSION = ownSession();

  private final String name;
  private final Process process;
  private final Path log;
  private final long logStart;

  private ChildProcess(String name, Process process, Path log, long logStart) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.logStart = logStart;
  }

  /**
   * @param command the program and its arguments; no secret belongs here, the process list shows it
   *     to everybody
   * @param environment added to this process's environment
   * @param log receives standard output and error; an old one above 10 MiB is set aside as {@code
   *     <log>.1} first
   */
  public static ChildProcess start(
      String name, List<String> command, Map<String, String> environment, Path log) {
    List<String> words = new ArrayList<>(OWN_SESSION);
    words.addAll(command);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      long size = Files.exists(log) ? Files.size(log) : 0;
      if (size > LOG_LIMIT) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        size = 0;
      }
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return new ChildProcess(name, builder.start(), log, size);
    } catch (IOException e) {
      throw new EmbeddedServerException(name + " could not be started: " + command.getFirst(), e);
    }
  }

  /** The {@code java} of the JDK this JVM runs on. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  public long pid() {
    return process.pid();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Sends a signal by its name without SIG, e.g. "TERM", "INT". */
  public void signal(String signal) {
    signal(process.pid(), signal);
  }

  /** Sends a signal to any process; one that is gone is no error. */
  public static void signal(long pid, String signal) {
    try {
      new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends the signal, waits, and ends the process by force when patience is over. */
  public void stop(String signal, Duration patience) {
    if (!process.isAlive()) {
      return;
    }
    signal(signal);
    if (!ended(patience)) {
      kill();
    }
  }

  /** Ends the process and its descendants at once. */
  public void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    ended(Duration.ofSeconds(10));
  }

  /**
   * Waits for a process that ends by itself.
   *
   * @return its exit code
   * @throws EmbeddedServerException when it takes longer than that; it is killed then
   */
  public int awaitEnd(Duration patience) {
    if (!ended(patience)) {
      kill();
      throw new EmbeddedServerException(
          name + " did not end within " + patience.toSeconds() + " s; see " + log + lastLines());
    }
    return process.exitValue();
  }

  private boolean ended(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until the condition holds, looking four times a second.
   *
   * @throws EmbeddedServerException when the process ends first or the time is over
   */
  public void awaitReady(Duration patience, BooleanSupplier ready) {
    long end = System.nanoTime() + patience.toNanos();
    while (!ready.getAsBoolean()) {
      if (ended(Duration.ofMillis(250))) {
        throw new EmbeddedServerException(
            name
                + " ended with code "
                + process.exitValue()
                + " while starting; see "
                + log
                + lastLines());
      }
      if (System.nanoTime() > end) {
        throw new EmbeddedServerException(
            name
                + " did not answer within "
                + patience.toSeconds()
                + " s; see "
                + log
                + lastLines());
      }
    }
  }

  /** What this process has written to its log since it was started. */
  public String output() {
    try (var file = Files.newByteChannel(log)) {
      file.position(Math.min(logStart, file.size()));
      byte[] bytes = java.nio.channels.Channels.newInputStream(file).readAllBytes();
      return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** The end of what it has written, each line on one of its own; empty when it wrote nothing. */
  String lastLines() {
    // a stack trace's frames would push its cause out of sight
    List<String> lines =
        output()
            .lines()
            .filter(line -> !line.isBlank() && !line.matches("\\s+(at |\\.\\.\\. ).*"))
            .toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - 12), lines.size());
    return last.isEmpty() ? "" : System.lineSeparator() + String.join(System.lineSeparator(), last);
  }

  private static List<String> ownSession() {
    for (String setsid : List.of("/usr/bin/setsid", "/bin/setsid")) {
      if (Files.isExecutable(Path.of(setsid))) {
        return List.of(setsid);
      }
    }
    return List.of();
  }
}
