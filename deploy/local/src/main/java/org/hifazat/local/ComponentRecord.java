package org.hifazat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the launcher last wrote down about a component, for {@code status} and for the next
 * launcher.
 *
 * @param pid of its process, or -1
 * @param started when the process was started, as the system tells it: tells it apart from a later
 *     one with its number
 * @param since when the state was reached
 */
record ComponentRecord(State state, long pid, long started, Instant since) {

  /** What a component is doing, as the launcher sees it. */
  enum State {
    WAITING,
    STARTING,
    READY,
    RESTARTING
  }

  static ComponentRecord of(State state, long pid, Instant now) {
    return new ComponentRecord(state, pid, startOf(pid), now);
  }

  /** Milliseconds since 1970, or 0 when there is no such process. */
  static long startOf(long pid) {
    return pid < 0
        ? 0
        : ProcessHandle.of(pid)
            .flatMap(handle -> handle.info().startInstant())
            .map(Instant::toEpochMilli)
            .orElse(0L);
  }

  /** The process itself, when it still runs and is not another one that got its number later. */
  Optional<ProcessHandle> process() {
    return started == 0 || startOf(pid) != started
        ? Optional.empty()
        : ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("state", state.name());
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("started", Long.toString(started));
    properties.setProperty("since", since.toString());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (var writer = Files.newBufferedWriter(part)) {
        properties.store(writer, null);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty when there is none, or it is not whole. */
  static Optional<ComponentRecord> read(Path file) {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new ComponentRecord(
              State.valueOf(properties.getProperty("state", "")),
              Long.parseLong(properties.getProperty("pid", "")),
              Long.parseLong(properties.getProperty("started", "")),
              Instant.parse(properties.getProperty("since", ""))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
