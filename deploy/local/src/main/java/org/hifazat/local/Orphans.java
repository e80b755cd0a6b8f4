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
   * Ends all of them: services first, databases last.
   *
   * @return what was ended, one line each
   */
  List<String> end() {
    List<String> ended = new ArrayList<>();
    find().entrySet().stream()
        .sorted((a, b) -> b.getValue().compareTo(a.getValue()))
        .forEach(
            entry -> {
              ProcessHandle process = entry.getKey();
              ChildProcess.signal(
                  process.pid(), entry.getValue() == Component.POSTGRES ? "INT" : "TERM");
              if (!gone(process, Duration.ofSeconds(15))) {
                process.destroyForcibly();
                gone(process, Duration.ofSeconds(5));
              }
              ended.add(entry.getValue().title() + " (process " + process.pid() + ")");
            });
    return ended;
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
