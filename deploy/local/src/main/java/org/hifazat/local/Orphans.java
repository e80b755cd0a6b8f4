package org.hifazat.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hifazat.platform.embedded.ChildProcess;
import org.hifazat.platform.embedded.CommandLine;

/**
 * Children of a launcher that was killed: found by what was written down about them, and by their
 * command lines.
 */
final class Orphans {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Installation installation;
  private final RunFolder run;

  Orphans(Installation installation, RunFolder run) {
    this.installation = installation;
    this.run = run;
  }

  /**
   * The processes of this installation that still run, by component. Call it only while holding the
   * folder.
   */
  Map<ProcessHandle, Component> find() {
    Map<ProcessHandle, Component> found = new LinkedHashMap<>();
    for (Component component : Component.values()) {
      run.read(component)
          .flatMap(ComponentRecord::process)
          .ifPresent(process -> found.put(process, component));
    }
    long self = ProcessHandle.current().pid();
    ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self && !found.containsKey(process))
        .forEach(
            process -> {
              List<String> words = CommandLine.of(process.pid()).orElse(List.of());
              for (Component component : Component.values()) {
                if (words.contains(mark(component)) && words.size() > 2) {
                  found.put(process, component);
                }
              }
            });
    return found;
  }

  /** The word of a component's command line that no process of anybody else has. */
  private String mark(Component component) {
    return switch (component) {
      case POSTGRES -> installation.data().resolve("pg").toString();
      case KAFKA -> installation.data().resolve("kafka/server.properties").toString();
      case KEYCLOAK -> "-Dkc.home.dir=" + installation.data().resolve("keycloak");
      case IDENTITY, CASES, ASSESSMENTS, REFERRALS, MONITORING, GATEWAY ->
          ServiceServer.mark(installation, component);
    };
  }

  /**
   * Ends all of them, PostgreSQL after those that use it.
   *
   * @return what was ended, one line each
   */
  List<String> end() {
    List<Map.Entry<ProcessHandle, Component>> found = List.copyOf(find().entrySet());
    List<String> ended = new ArrayList<>();
    for (boolean database : List.of(false, true)) {
      List<ProcessHandle> processes = new ArrayList<>();
      for (Map.Entry<ProcessHandle, Component> entry : found) {
        ProcessHandle process = entry.getKey();
        if ((entry.getValue() == Component.POSTGRES) == database) {
          ChildProcess.signal(process.pid(), database ? "INT" : "TERM");
          processes.add(process);
          ended.add(entry.getValue().title() + " (process " + process.pid() + ")");
        }
      }
      processes.forEach(Orphans::awaitEnd);
    }
    return ended;
  }

  private static void awaitEnd(ProcessHandle process) {
    if (!gone(process, PATIENCE)) {
      process.destroyForcibly();
      gone(process, PATIENCE);
    }
  }

  private static boolean gone(ProcessHandle process, Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    }
  }
}
