package org.hifazat.local;

import java.util.List;
import java.util.Optional;

/** Hands services the events they had given up on once more. */
final class ReplayDeadLetters implements Command {

  private static final List<Component> CONSUMERS =
      List.of(Component.CASES, Component.ASSESSMENTS, Component.REFERRALS, Component.MONITORING);

  @Override
  public String name() {
    return "replay-dead-letters";
  }

  @Override
  public String summary() {
    return "[<service>]: has services try their dead letters again, once the cause is gone";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    boolean done = true;
    for (Component service : services(arguments)) {
      ManagementCall call =
          ManagementCall.send(
              "POST",
              installation.management(service)
                  + "/q/dead-letters/replay?consumer="
                  + service.module());
      boolean good = call.status() == 200;
      done &= good;
      String answer =
          call.status() == ManagementCall.UNREACHABLE
              ? "does not answer; is the platform up?"
              : good ? call.body().strip() : "refused with " + call.status();
      System.out.printf("%-20s %s%n", service.title(), answer);
    }
    return done ? Exit.OK : Exit.FAILED;
  }

  private static List<Component> services(List<String> arguments) {
    if (arguments.isEmpty()) {
      return CONSUMERS;
    }
    Optional<Component> named =
        arguments.size() == 1
            ? Component.named(arguments.getFirst()).filter(CONSUMERS::contains)
            : Optional.empty();
    return List.of(
        named.orElseThrow(
            () ->
                new IllegalArgumentException(
                    "replay-dead-letters takes one of "
                        + String.join(", ", CONSUMERS.stream().map(Component::title).toList())
                        + ", or nothing for all of them")));
  }
}
