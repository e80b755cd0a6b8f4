package org.hifazat.local;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hifazat.local.ComponentRecord.State;
import org.hifazat.platform.embedded.Http;
import org.hifazat.platform.embedded.Ports;

/** A line per component; succeeds only when all are ready, so that scripts can wait on it. */
final class Status implements Command {

  private final Clock clock = Clock.systemUTC();

  @Override
  public String name() {
    return "status";
  }

  @Override
  public String summary() {
    return "a line per component; exit code 0 only when all are ready";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    RunFolder run = new RunFolder(installation.run());
    boolean launched = run.launcher().flatMap(ComponentRecord::process).isPresent();
    boolean all = launched;
    for (Component component : run.components()) {
      Optional<ComponentRecord> record = run.read(component);
      String state = state(installation, component, record);
      all &= state.equals("ready");
      String process =
          record
              .flatMap(ComponentRecord::process)
              .map(p -> "process " + p.pid())
              .orElse("no process");
      String since =
          record
              .map(known -> "since " + age(Duration.between(known.since(), clock.instant())))
              .orElse("");
      System.out.printf(
          "%-20s %-12s port %-6d %-16s %s%n",
          component.title(), state, installation.port(component), process, since);
    }
    if (!launched) {
      System.out.println("No launcher is running: \"./hifazat up\" starts the platform.");
    }
    return all ? Exit.OK : Exit.FAILED;
  }

  private static String state(
      Installation installation, Component component, Optional<ComponentRecord> record) {
    if (record.isEmpty()) {
      return "stopped";
    }
    if (record.get().process().isEmpty()) {
      return record.get().state() == State.WAITING ? "waiting" : "down";
    }
    return switch (record.get().state()) {
      case WAITING -> "waiting";
      case STARTING -> "starting";
      case RESTARTING -> "restarting";
      case READY -> answers(installation, component) ? "ready" : "not ready";
    };
  }

  private static boolean answers(Installation installation, Component component) {
    return switch (component) {
      case POSTGRES, KAFKA -> Ports.open(installation.port(component));
      case KEYCLOAK -> Http.answers200(installation.management(component) + "/auth/health/ready");
      case IDENTITY, CASES, ASSESSMENTS, REFERRALS, MONITORING, GATEWAY ->
          ServiceServer.ready(installation, component);
    };
  }

  private static String age(Duration age) {
    if (age.toMinutes() < 2) {
      return age.toSeconds() + " s";
    }
    return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
  }
}
