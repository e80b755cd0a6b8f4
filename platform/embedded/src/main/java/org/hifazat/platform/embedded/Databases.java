package org.hifazat.platform.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Makes databases and roles on a PostgreSQL server, of this machine or another. */
public final class Databases {

  private final String address;
  private final String superuser;
  private final String password;

  /**
   * @param address {@code host:port}
   * @param superuser who may create databases and roles
   */
  public Databases(String address, String superuser, String password) {
    this.address = address;
    this.superuser = superuser;
    this.password = password;
  }

  /** Connects as the superuser. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", superuser);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, properties);
  }

  /**
   * Makes sure a service's database and its two roles exist with these passwords: {@code
   * <name>_owner} owns it and runs the migrations, {@code <name>_app} may only connect and use what
   * the migrations grant.
   *
   * @param name lower-case letters only
   */
  public void make(String name, String ownerPassword, String appPassword) {
    if (!name.matches("[a-z]{1,30}")) {
      throw new IllegalArgumentException("Not a database name: " + name);
    }
    String owner = name + "_owner";
    String app = name + "_app";
    try (Connection server = connect("postgres")) {
      role(server, owner, ownerPassword);
      role(server, app, appPassword);
      if (!exists(server, "select 1 from pg_database where datname = ?", name)) {
        execute(server, "create database " + name + " owner " + owner);
      }
      execute(server, "revoke all on database " + name + " from public");
      execute(server, "grant connect on database " + name + " to " + app);
    } catch (SQLException e) {
      throw new EmbeddedServerException("Database " + name + " could not be made ready", e);
    }
    try (Connection database = connect(name)) {
      execute(database, "alter schema public owner to " + owner);
      execute(database, "revoke create on schema public from public");
      execute(database, "grant usage on schema public to " + app);
    } catch (SQLException e) {
      throw new EmbeddedServerException("Database " + name + " could not be made ready", e);
    }
  }

  private static void role(Connection connection, String role, String password)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
      execute(
          connection,
          "create role " + role + " login nosuperuser nocreatedb nocreaterole nobypassrls");
    }
    execute(connection, "alter role " + role + " password '" + password.replace("'", "''") + "'");
  }

  private static boolean exists(Connection connection, String query, String value)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, value);
      try (var result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
