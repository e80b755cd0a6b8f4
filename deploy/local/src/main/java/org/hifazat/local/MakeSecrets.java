package org.hifazat.local;

import java.nio.file.Path;
import java.util.List;

/** Makes the passwords and keys of a deployment in containers, once. */
final class MakeSecrets implements Command {

  @Override
  public String name() {
    return "make-secrets";
  }

  @Override
  public String summary() {
    return "<folder>: makes the missing passwords and keys of a deployment in containers";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    if (arguments.size() != 1) {
      System.err.println("Usage: make-secrets <folder>");
      return Exit.USAGE;
    }
    Path folder = Path.of(arguments.getFirst()).toAbsolutePath().normalize();
    new ContainerSecrets(folder).make();
    System.out.println("All secrets are in " + folder + ": keep a copy apart from the databases.");
    return Exit.OK;
  }
}
