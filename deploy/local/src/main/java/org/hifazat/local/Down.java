package org.hifazat.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hifazat.platform.embedded.ChildProcess;

/** Stops the platform of this data folder, whoever started it, and what a killed launcher left. */
final class Down implements Command {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Override
  public String name() {
    return "down";
  }

  @Override
  public String summary() {
    return "stops the platform";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    RunFolder run = new RunFolder(installation.run());
    Optional<RunFolder.Hold> free = run.tryHold();
    boolean wasRunning = free.isEmpty();
    if (free.isEmpty()) {
      Optional<ProcessHandle> launcher = run.launcher().flatMap(ComponentRecord::process);
      if (launcher.isEmpty()) {
        System.err.println(
            "A launcher holds "
                + installation.run()
                + " but did not say which process it is; try again.");
        return Exit.FAILED;
      }
      System.out.println("stopping Hifazat (process " + launcher.get().pid() + ")");
      stop(launcher.get());
      free = run.tryHold();
    }
    if (free.isEmpty()) {
      System.err.println("Hifazat could not be stopped.");
      return Exit.FAILED;
    }
    try {
      List<String> orphans = new Orphans(installation, run).end();
      orphans.forEach(
          orphan -> System.out.println("ended " + orphan + ", left behind by its launcher"));
      run.clear();
      System.out.println(wasRunning ? "Hifazat is stopped." : "Hifazat was not running.");
    } finally {
      free.get().close();
    }
    return Exit.OK;
  }

  private static void stop(ProcessHandle launcher) {
    ChildProcess.signal(launcher.pid(), "TERM");
    try {
      launcher.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("The launcher does not end; it is killed.");
      launcher.destroyForcibly();
      launcher.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }
}
