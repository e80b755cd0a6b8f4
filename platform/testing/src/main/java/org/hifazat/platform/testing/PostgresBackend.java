package org.hifazat.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.hifazat.platform.embedded.Ports;
import org.hifazat.platform.embedded.PostgresServer;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * Gives the application under test an empty database on a real PostgreSQL, with the roles of
 * production: {@code <database>_owner} migrates, {@code <database>_app} may only do what the
 * migrations grant.
 *
 * <p>One server per JVM; {@code -Dhifazat.test.postgres.url=jdbc:postgresql://…?user=…&password=…}
 * (a superuser) takes a running one instead. Argument {@code database}: lower-case letters.
 */
public class PostgresBackend implements QuarkusTestResourceLifecycleManager {
  private static final String SERVER = "hifazat.test.postgres.url";
  private static final String PASSWORD = "hifazat";
  private static final int PORT = 5432;

  private String database = "test";

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.getOrDefault("database", database);
    if (!database.matches("[a-z]{1,30}")) {
      throw new IllegalArgumentException("Not a database name: " + database);
    }
  }

  @Override
  public Map<String, String> start() {
    String server = server();
    Shared.once("hifazat.test.postgres.made." + database, () -> create(server));
    String url = inDatabase(server);
    return Map.of(
        "quarkus.datasource.jdbc.url",
        url,
        "quarkus.datasource.username",
        database + "_app",
        "quarkus.datasource.password",
        PASSWORD,
        "quarkus.flyway.username",
        database + "_owner",
        "quarkus.flyway.password",
        PASSWORD,
        "quarkus.flyway.placeholders.app",
        database + "_app");
  }

  /** The server outlives one application: the next one in this JVM uses it again. */
  @Override
  public void stop() {}

  /**
   * A superuser's connection to the database, past row-level security and grants: for arranging and
   * looking, never for what is tested.
   */
  public static Connection superuser(String database) throws SQLException {
    String server = server();
    return KeptConnections.to(replaceDatabase(server, database));
  }

  private static String server() {
    return Shared.once(
        SERVER,
        () ->
            switch (BackendKind.chosen()) {
              case EMBEDDED -> embedded();
              case CONTAINERS -> container();
            });
  }

  private static String embedded() {
    Path folder = Shared.folder();
    PostgresServer server =
        new PostgresServer(
            PostgresServer.Settings.forTests(
                folder.resolve("pg"), Ports.free(), folder.resolve("postgres.log")));
    server.start();
    Shared.endWithThisJvm(server.pid());
    return withUser(server.jdbcUrl("postgres"), server.user(), server.password());
  }

  @SuppressWarnings("resource") // the engine's reaper removes it after this JVM
  private static String container() {
    GenericContainer<?> container =
        new GenericContainer<>(Images.named("postgres"))
            .withExposedPorts(PORT)
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "scram_iterations=1",
                "-c",
                "max_connections=200")
            // the image starts once for initdb and once for good
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
    Containers.start(container);
    String url = "jdbc:postgresql://" + container.getHost() + ":" + container.getMappedPort(PORT);
    return withUser(url + "/postgres", "postgres", PASSWORD);
  }

  private static String withUser(String url, String user, String password) {
    return url + "?user=" + user + "&password=" + password;
  }

  private String create(String server) {
    String owner = database + "_owner";
    String app = database + "_app";
    try (Connection connection = DriverManager.getConnection(server);
        Statement statement = connection.createStatement()) {
      statement.execute("drop database if exists " + database + " with (force)");
      role(statement, owner);
      role(statement, app);
      statement.execute("create database " + database + " owner " + owner);
      statement.execute("revoke all on database " + database + " from public");
      statement.execute("grant connect on database " + database + " to " + app);
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + database + " could not be made", e);
    }
    try (Connection connection = DriverManager.getConnection(replaceDatabase(server, database));
        Statement statement = connection.createStatement()) {
      statement.execute("alter schema public owner to " + owner);
      statement.execute("revoke create on schema public from public");
      statement.execute("grant usage on schema public to " + app);
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + database + " could not be made", e);
    }
    return "yes";
  }

  private static void role(Statement statement, String role) throws SQLException {
    statement.execute("drop role if exists " + role);
    statement.execute(
        "create role "
            + role
            + " login nosuperuser nocreatedb nocreaterole nobypassrls password '"
            + PASSWORD
            + "'");
  }

  private String inDatabase(String server) {
    String url = replaceDatabase(server, database);
    int query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  private static String replaceDatabase(String server, String database) {
    return server.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
  }
}
