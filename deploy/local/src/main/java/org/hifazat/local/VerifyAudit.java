package org.hifazat.local;

import java.util.Arrays;
import java.util.List;

/** Has every service verify its audit chain against its seals and signed checkpoints. */
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
    for (Component component : audited()) {
      ManagementCall call =
          ManagementCall.send("GET", installation.management(component) + "/q/audit/verification");
      boolean good = call.status() == 200;
      intact &= good;
      String answer =
          call.status() == ManagementCall.UNREACHABLE ? "does not answer" : call.body().strip();
      System.out.printf("%-20s %-8s %s%n", component.title(), good ? "intact" : "NOT OK", answer);
    }
    return intact ? Exit.OK : Exit.FAILED;
  }

  private static List<Component> audited() {
    return Arrays.stream(Component.values())
        .filter(component -> component.service() && component != Component.GATEWAY)
        .toList();
  }
}
