package org.hifazat.local;

import java.lang.ref.Reference;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hifazat.local.ComponentRecord.State;
import org.hifazat.platform.embedded.Ports;

/** Starts the platform and stays with it until Ctrl-C or {@code down}. */
final class Up implements Command {

  private static final String ONLY = "--only=";
  private static final int BASE_STEP = 100;

  private final Clock clock = Clock.systemUTC();

  @Override
  public String name() {
    return "up";
  }

  @Override
  public String summary() {
    return "starts the platform; Ctrl-C or \"down\" stops it (--only=postgres,kafka starts parts of it)";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    Set<Component> components = wanted(arguments);
    RunFolder run = new RunFolder(installation.run());
    Optional<RunFolder.Hold> hold = run.tryHold();
    if (hold.isEmpty()) {
      System.out.println("Hifazat is already running: " + alreadyRunning(installation, run));
      return Exit.ALREADY_RUNNING;
    }
    try (Progress progress = new Progress(System.out, Progress.onTerminal())) {
      new Orphans(installation, run)
          .end()
          .forEach(
              orphan ->
                  progress.line("ended " + orphan + ", left behind by a launcher that was killed"));
      run.clear();
      List<String> taken = taken(installation, components);
      if (!taken.isEmpty()) {
        taken.forEach(progress::plain);
        freeBase(installation, components)
            .ifPresent(
                base ->
                    progress.plain("Choose other ports: HIFAZAT_PORT=" + base + " ./hifazat up"));
        return Exit.PORT_TAKEN;
      }
      run.announce(
          ComponentRecord.of(State.STARTING, ProcessHandle.current().pid(), clock.instant()),
          components);
      return start(installation, components, run, progress);
    } finally {
      // an unreachable channel would be closed by the collector, and the lock be gone with it
      Reference.reachabilityFence(hold);
    }
  }

  private Exit start(
      Installation installation, Set<Component> components, RunFolder run, Progress progress) {
    Platform platform = new Platform(installation, components, run, progress, clock);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  progress.line("stopping");
                  platform.stop();
                  progress.line("stopped; no process is left");
                  progress.close();
                  ended.countDown();
                },
                "stop-platform"));
    Optional<String> fault = platform.start();
    if (fault.isPresent()) {
      progress.plain(fault.get());
      return Exit.FAILED;
    }
    run.announce(
        ComponentRecord.of(State.READY, ProcessHandle.current().pid(), clock.instant()),
        components);
    if (components.contains(Component.GATEWAY)) {
      welcome(installation).forEach(progress::plain);
    } else {
      progress.line("ready");
    }
    platform.watch();
    awaitEnd(ended, installation);
    return Exit.OK;
  }

  private static void awaitEnd(CountDownLatch ended, Installation installation) {
    LogFiles logs = new LogFiles(installation.logs());
    try {
      while (!ended.await(1, TimeUnit.MINUTES)) {
        logs.shorten();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Set<Component> wanted(List<String> arguments) {
    if (arguments.isEmpty()) {
      return EnumSet.allOf(Component.class);
    }
    if (arguments.size() > 1 || !arguments.getFirst().startsWith(ONLY)) {
      throw new IllegalArgumentException("up takes no arguments but " + ONLY + "<component>,…");
    }
    EnumSet<Component> components = EnumSet.noneOf(Component.class);
    for (String id : arguments.getFirst().substring(ONLY.length()).split(",", -1)) {
      components.add(
          Component.named(id)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "No component \""
                              + id
                              + "\"; there are "
                              + String.join(
                                  ", ",
                                  Arrays.stream(Component.values()).map(Component::id).toList()))));
    }
    return components;
  }

  private static String alreadyRunning(Installation installation, RunFolder run) {
    String launcher = run.launcher().map(record -> "process " + record.pid() + ", ").orElse("");
    return launcher
        + "data in "
        + installation.data()
        + ". \"./hifazat status\" shows it, \"./hifazat down\" stops it;"
        + " for a second one beside it set HIFAZAT_PORT and HIFAZAT_DATA.";
  }

  static List<String> taken(Installation installation, Set<Component> components) {
    List<String> lines = new ArrayList<>();
    for (Component component : components) {
      for (int port : component.ports(installation.base())) {
        if (Ports.open(port)) {
          String holder =
              PortHolder.of(port)
                  .map(found -> "process " + found.pid() + ": " + found.command())
                  .orElse("a process this user may not see");
          lines.add(
              "Port " + port + ", needed for " + component.title() + ", is taken by " + holder);
        }
      }
    }
    return lines;
  }

  private static Optional<Integer> freeBase(Installation installation, Set<Component> components) {
    for (int base = installation.base() + BASE_STEP; base < 65000; base += BASE_STEP) {
      int candidate = base;
      if (components.stream().flatMap(c -> c.ports(candidate).stream()).noneMatch(Ports::open)) {
        return Optional.of(base);
      }
    }
    return Optional.empty();
  }

  private static List<String> welcome(Installation installation) {
    return List.of(
        "",
        "  Hifazat is ready:  " + installation.address(),
        "",
        "  Demonstration accounts, all with the password  "
            + new Servers(installation).demoPassword(),
        "    naila.helpline       takes concern reports on the helpline",
        "    gulalai.peshawar     social worker, CPU Peshawar",
        "    imran.peshawar       protection officer, CPU Peshawar",
        "    zarmina.peshawar     psychologist, CPU Peshawar",
        "    saeed.peshawar       supervisor, CPU Peshawar",
        "    mina.commission      monitors for the Commission: numbers only",
        "    farid.admin          administers directory, staff and agencies",
        "    hina.auditor         reads the audit trail",
        "    zubaida.legalaid     answers referrals at the Peshawar Legal Aid Centre",
        "",
        "  Logs: " + installation.logs() + "   Stop: Ctrl-C or ./hifazat down",
        "");
  }
}
