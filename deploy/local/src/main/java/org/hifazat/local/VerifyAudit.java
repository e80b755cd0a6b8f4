package org.hifazat.local;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hifazat.local.PublishedCheckpoints.Checkpoint;

/**
 * Has every service verify its audit chain against its seals and the checkpoint it last published.
 */
final class VerifyAudit implements Command {

  @Override
  public String name() {
    return "verify-audit";
  }

  @Override
  public String summary() {
    return "verifies the audit chain of every service; exit code 0 only when all are intact";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    boolean intact = true;
    Map<String, Checkpoint> published =
        PublishedCheckpoints.read("127.0.0.1:" + installation.port(Component.KAFKA));
    for (Component component : audited()) {
      Optional<Checkpoint> checkpoint = Optional.ofNullable(published.get(component.module()));
      String witness =
          checkpoint.map(c -> "?position=" + c.position() + "&hash=" + c.hash()).orElse("");
      ManagementCall call =
          ManagementCall.send(
              "GET", installation.management(component) + "/q/audit/verification" + witness);
      boolean good = call.status() == 200;
      intact &= good;
      String answer =
          call.status() == ManagementCall.UNREACHABLE ? "does not answer" : call.body().strip();
      String compared =
          checkpoint.map(c -> " and with the checkpoint published at " + c.position()).orElse("");
      System.out.printf(
          "%-20s %-8s compared with its seals%s: %s%n",
          component.title(), good ? "intact" : "NOT OK", compared, answer);
    }
    return intact ? Exit.OK : Exit.FAILED;
  }

  private static List<Component> audited() {
    return Arrays.stream(Component.values())
        .filter(component -> component.service() && component != Component.GATEWAY)
        .toList();
  }
}
