package org.hifazat.local;

import java.util.List;
import java.util.Optional;

/** The program behind {@code ./hifazat}: finds the command and ends with its exit code. */
public final class Launcher {

  static final List<Command> COMMANDS =
      List.of(
          new Up(),
          new Down(),
          new Status(),
          new DemoYear(),
          new VerifyAudit(),
          new ReplayDeadLetters(),
          new MakeSecrets(),
          new MakeDatabases(),
          new Help());

  private Launcher() {}

  public static void main(String[] words) {
    List<String> arguments = List.of(words);
    String name = arguments.isEmpty() ? "help" : arguments.getFirst();
    Optional<Command> command = COMMANDS.stream().filter(c -> c.name().equals(name)).findFirst();
    Command.Exit exit;
    try {
      if (command.isEmpty()) {
        System.err.println("There is no command \"" + name + "\".");
        new Help().run(Installation.from(System.getenv()), List.of());
        exit = Command.Exit.USAGE;
      } else {
        exit =
            command
                .get()
                .run(
                    Installation.from(System.getenv()),
                    arguments.subList(Math.min(1, arguments.size()), arguments.size()));
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      exit = Command.Exit.USAGE;
    }
    System.exit(exit.code());
  }
}
