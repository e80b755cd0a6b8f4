package org.hifazat.local;

import java.util.List;
import java.util.Optional;

/** Hands a service the events it had given up on once more. */
final class ReplayDeadLetters implements Command {

  @Override
  public String name() {
    return "replay-dead-letters";
  }

  @Override
  public String summary() {
    return "<service>: has a service try its dead letters again, once their cause is gone";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    Optional<Component> service =
        arguments.size() == 1
            ? Component.named(arguments.getFirst()).filter(Component::service)
            : Optional.empty();
    if (service.isEmpty()) {
      throw new IllegalArgumentException(
          "replay-dead-letters takes one service: identity, cases, assessments, referrals, monitoring");
    }
    String consumer = service.get().module();
    ManagementCall call =
        ManagementCall.send(
            "POST",
            installation.management(service.get()) + "/q/dead-letters/replay?consumer=" + consumer);
    if (call.status() == ManagementCall.UNREACHABLE) {
      System.err.println(service.get().title() + " does not answer; is the platform up?");
      return Exit.FAILED;
    }
    System.out.println(call.body().strip());
    return call.status() / 100 == 2 ? Exit.OK : Exit.FAILED;
  }
}
