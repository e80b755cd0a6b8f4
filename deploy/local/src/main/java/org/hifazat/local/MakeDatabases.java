package org.hifazat.local;

import java.nio.file.Path;
import java.util.List;
import org.hifazat.platform.embedded.Databases;
import org.hifazat.platform.embedded.EmbeddedServerException;

/**
 * Makes the databases and roles of a deployment in containers, with the passwords made for them.
 */
final class MakeDatabases implements Command {

  @Override
  public String name() {
    return "make-databases";
  }

  @Override
  public String summary() {
    return "<host:port> <folder>: makes the databases and roles of a deployment in containers";
  }

  @Override
  public Exit run(Installation installation, List<String> arguments) {
    if (arguments.size() != 2) {
      System.err.println("Usage: make-databases <host:port> <folder of make-secrets>");
      return Exit.USAGE;
    }
    ContainerSecrets secrets = new ContainerSecrets(Path.of(arguments.get(1)).toAbsolutePath());
    Databases databases =
        new Databases(
            arguments.getFirst(),
            "postgres",
            secrets.of("postgres").of(ContainerSecrets.SUPERUSER));
    try {
      for (String database : Component.DATABASES) {
        databases.make(
            database,
            secrets.of(database).of(ContainerSecrets.OWNER),
            secrets.of(database).of(ContainerSecrets.APP));
        System.out.println("Database " + database + " is ready.");
      }
    } catch (EmbeddedServerException e) {
      System.err.println(e.getMessage());
      return Exit.FAILED;
    }
    return Exit.OK;
  }
}
