package org.hifazat.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL 18 as a child process: TCP at 127.0.0.1 only, SCRAM passwords, data kept in its
 * folder.
 */
public final class PostgresServer extends ChildServer {

  private static final String SUPERUSER = "postgres";
  private static final int START_ATTEMPTS = 5;

  /** How a new cluster is made, wherever it runs. */
  public static final List<String> LOCALE =
      List.of(
          "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C");

  /**
   * Parameters of every deployment: a statement's text or parameters may hold what must never be in
   * a log.
   */
  public static final List<String> EVERYWHERE =
      List.of(
          "timezone=UTC",
          "log_timezone=UTC",
          "log_min_error_statement=panic",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_error_verbosity=terse");

  /**
   * @param data the cluster's folder; created and initialised when missing
   * @param password of the superuser {@code postgres}; an existing cluster keeps the one it was
   *     made with
   * @param parameters server parameters, e.g. {@code fsync=off}; they win over ours
   */
  public record Settings(Path data, int port, Path log, String password, List<String> parameters) {

    public Settings {
      parameters = List.copyOf(parameters);
      data = data.toAbsolutePath().normalize();
    }

    /**
     * Fast and forgetful: a crash of the machine may lose the data, a crash of the server does not.
     */
    public static Settings forTests(Path data, int port, Path log) {
      return new Settings(
          data,
          port,
          log,
          "hifazat",
          List.of(
              "fsync=off",
              "synchronous_commit=off",
              "full_page_writes=off",
              // zeros for the log to come are for disks that fill up
              "wal_init_zero=off",
              "max_connections=200",
              // each of the many connections of a test would cost its client 4096 rounds
              "scram_iterations=1"));
    }
  }

  private final Settings settings;

  public PostgresServer(Settings settings) {
    // INT is PostgreSQL's "fast" stop: sessions are ended, the data is written
    super("postgres", settings.port(), settings.log(), "INT");
    this.settings = settings;
  }

  /** The superuser's name. */
  public String user() {
    return SUPERUSER;
  }

  /** The superuser's password. */
  public String password() {
    return settings.password();
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
  }

  /** Connects as the superuser. */
  public Connection connect(String database) throws SQLException {
    return databases().connect(database);
  }

  @Override
  protected void launch() {
    Path programs = PostgresBinaries.unpacked();
    Unprivileged unprivileged = Unprivileged.find();
    if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
      initialise(programs, unprivileged);
    }
    endOrphan();
    Ports.requireFree("PostgreSQL", settings.port());
    List<String> command = command(programs, unprivileged);
    for (int attempt = 1; ; attempt++) {
      try {
        run(command, Map.of("LC_ALL", "C"), Duration.ofMinutes(5), started -> answers());
        return;
      } catch (EmbeddedServerException e) {
        // sessions of a server that was killed hold its shared memory for a moment longer
        if (attempt == START_ATTEMPTS
            || !String.valueOf(e.getMessage()).contains("pre-existing shared memory block")) {
          throw e;
        }
      }
    }
  }

  private List<String> command(Path programs, Unprivileged unprivileged) {
    List<String> command = new ArrayList<>(unprivileged.prefix());
    command.add(programs.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", settings.data().toString()));
    List<String> parameters =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + settings.port(),
                "unix_socket_directories=",
                "max_connections=150",
                "shared_buffers=128MB"));
    parameters.addAll(EVERYWHERE);
    parameters.addAll(settings.parameters());
    for (String parameter : parameters) {
      command.addAll(List.of("-c", parameter));
    }
    return command;
  }

  private boolean answers() {
    try (Connection connection = connect("postgres")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      if ("28P01".equals(e.getSQLState())) {
        throw new EmbeddedServerException(
            "PostgreSQL in "
                + settings.data()
                + " does not accept its superuser's password; its password file"
                + " was replaced or the data folder belongs to another installation");
      }
      return false;
    }
  }

  private void initialise(Path programs, Unprivileged unprivileged) {
    Path data = settings.data();
    Path secret = null;
    try {
      Files.createDirectories(
          data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      secret = Files.createTempFile(data.getParent(), "pw", ".tmp");
      Files.writeString(secret, settings.password());
      unprivileged.own(data);
      unprivileged.own(secret);
      List<String> command = new ArrayList<>(unprivileged.prefix());
      command.addAll(
          List.of(
              programs.resolve("bin/initdb").toString(),
              "-D",
              data.toString(),
              "-U",
              SUPERUSER,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--no-instructions"));
      command.addAll(LOCALE);
      if (settings.parameters().contains("fsync=off")) {
        command.add("--no-sync");
      }
      // the superuser's password is made here, and the rest is quicker with them too
      settings.parameters().forEach(parameter -> command.addAll(List.of("-c", parameter)));
      runOnce("initdb", command, Map.of("LC_ALL", "C"));
    } catch (IOException e) {
      throw new EmbeddedServerException("No folder for PostgreSQL's data at " + data, e);
    } finally {
      deleteQuietly(secret);
    }
  }

  private static void deleteQuietly(@Nullable Path file) {
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new EmbeddedServerException("Could not delete " + file, e);
      }
    }
  }

  /**
   * A launcher that was killed leaves a running server, or a pid file whose number means another
   * process by now.
   */
  private void endOrphan() {
    Path file = settings.data().resolve("postmaster.pid");
    Optional<ProcessHandle> holder =
        pidIn(file).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    try {
      if (holder.isPresent() && isOurServer(holder.get())) {
        ProcessHandle orphan = holder.get();
        ChildProcess.signal(orphan.pid(), "INT");
        if (!gone(orphan, Duration.ofSeconds(20))) {
          orphan.destroyForcibly();
          gone(orphan, Duration.ofSeconds(5));
        }
      }
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new EmbeddedServerException("Stale " + file + " could not be removed", e);
    }
  }

  private static Optional<Long> pidIn(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::valueOf);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private boolean isOurServer(ProcessHandle handle) {
    return CommandLine.of(handle.pid())
        .filter(words -> words.contains(settings.data().toString()))
        .isPresent();
  }

  private static boolean gone(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return false;
    }
  }

  /**
   * Makes sure a service's database and its two roles exist, as {@link Databases#make} says.
   *
   * @param name lower-case letters only
   */
  public void createDatabase(String name, String ownerPassword, String appPassword) {
    databases().make(name, ownerPassword, appPassword);
  }

  private Databases databases() {
    return new Databases("127.0.0.1:" + settings.port(), SUPERUSER, settings.password());
  }
}
