package org.hifazat.local;

import java.util.List;

/** Lists the commands. */
final class Help implements Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public String summary() {
    return "this list";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    System.out.println("Usage: ./hifazat <command>");
    System.out.println();
    for (Command command : Launcher.COMMANDS) {
      System.out.printf("  %-20s %s%n", command.name(), command.summary());
    }
    System.out.printf(
        "  %-20s %s%n", "build", "builds what is missing or changed, as \"up\" does first");
    System.out.printf(
        "  %-20s %s%n",
        "test",
        "everything CI runs: builds, tests, starts a platform and tries it; --containers too");
    System.out.printf(
        "  %-20s %s%n",
        "match-evaluation", "how well children registered twice are found, on invented ones");
    System.out.printf(
        "  %-20s %s%n", "match-benchmark", "how long comparing one child with 100,000 takes");
    System.out.printf(
        "  %-20s %s%n",
        "import-benchmark", "how long taking over 10,000 rows of an earlier register takes");
    System.out.printf(
        "  %-20s %s%n",
        "assessment-benchmark",
        "how long finalising an assessment takes, and how soon its risk is the case's");
    System.out.println();
    System.out.println(
        "HIFAZAT_PORT  the gateway's port (default 8600); all others follow from it");
    System.out.println(
        "HIFAZAT_DATA  the folder for databases, topics, keys and logs (default .hifazat)");
    return Exit.OK;
  }
}
