package org.hifazat.platform.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every server has in common: one child process at a time, which may be stopped while it is
 * still starting.
 */
public abstract class ChildServer implements EmbeddedServer {

  private final String name;
  private final int port;
  private final Path log;
  private final String stopSignal;
  private final ReentrantLock starting = new ReentrantLock();
  private volatile @Nullable ChildProcess process;
  private volatile boolean stopped;

  protected ChildServer(String name, int port, Path log, String stopSignal) {
    this.name = name;
    this.port = port;
    this.log = log.toAbsolutePath().normalize();
    this.stopSignal = stopSignal;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int port() {
    return port;
  }

  @Override
  public final Path log() {
    return log;
  }

  @Override
  public final void start() {
    starting.lock();
    try {
      if (!alive()) {
        stopped = false;
        launch();
      }
    } finally {
      starting.unlock();
    }
  }

  /** Prepares the data and starts the process with {@link #run}. */
  protected abstract void launch();

  /**
   * Starts the server's process and waits until it is ready; a process that does not get there is
   * killed.
   */
  protected final ChildProcess run(
      List<String> command,
      Map<String, String> environment,
      Duration patience,
      Predicate<ChildProcess> ready) {
    ChildProcess started = begin(name, command, environment);
    try {
      started.awaitReady(patience, () -> ready.test(started));
    } catch (EmbeddedServerException e) {
      started.kill();
      throw e;
    }
    return started;
  }

  /**
   * Runs a program that ends by itself before the server can start, e.g. one that formats its data.
   */
  protected final void runOnce(String step, List<String> command, Map<String, String> environment) {
    ChildProcess once = begin(step, command, environment);
    int code = once.awaitEnd(Duration.ofMinutes(5));
    if (code != 0) {
      throw new EmbeddedServerException(
          step + " failed with code " + code + "; see " + log + once.lastLines());
    }
  }

  private ChildProcess begin(String step, List<String> command, Map<String, String> environment) {
    if (stopped) {
      throw new EmbeddedServerException(name + " was stopped while starting");
    }
    ChildProcess started = ChildProcess.start(step, command, environment, log);
    process = started;
    if (stopped) {
      started.kill();
    }
    return started;
  }

  @Override
  public final void stop() {
    stopped = true;
    ChildProcess current = process;
    if (current != null) {
      current.stop(stopSignal, Duration.ofSeconds(20));
    }
  }

  @Override
  public final void kill() {
    stopped = true;
    ChildProcess current = process;
    if (current != null) {
      current.kill();
    }
  }

  @Override
  public final boolean alive() {
    ChildProcess current = process;
    return current != null && current.alive();
  }

  @Override
  public final long pid() {
    ChildProcess current = process;
    return current == null ? -1 : current.pid();
  }
}
