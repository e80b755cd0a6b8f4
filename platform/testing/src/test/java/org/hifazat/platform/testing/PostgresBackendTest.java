package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresBackendTest {
  private static Map<String, String> given = Map.of();

  @BeforeAll
  static void start() {
    PostgresBackend backend = new PostgresBackend();
    backend.init(Map.of("database", "backendtest"));
    given = backend.start();
  }

  @Test
  void theApplicationsRoleMayNeitherBypassRowSecurityNorCreateAnything() throws SQLException {
    try (Connection connection = as("datasource");
        Statement statement = connection.createStatement();
        ResultSet role =
            statement.executeQuery(
                "select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles"
                    + " where rolname = current_user")) {
      assertThat(role.next()).isTrue();
      for (int column = 1; column <= 4; column++) {
        assertThat(role.getBoolean(column)).isFalse();
      }
    }
    try (Connection connection = as("datasource");
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("create table mine (id int)"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void theOwnerMayCreateTablesAndTheApplicationSeesOnlyWhatItWasGranted() throws SQLException {
    try (Connection owner = as("flyway");
        Statement statement = owner.createStatement()) {
      statement.execute("create table granted (id int)");
      statement.execute("create table hidden (id int)");
      statement.execute(
          "grant select on granted to " + given.get("quarkus.flyway.placeholders.app"));
    }

    try (Connection connection = as("datasource");
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("select * from granted")).isTrue();
      assertThatThrownBy(() -> statement.execute("select * from hidden"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void oneServerServesTheWholeJvm() {
    PostgresBackend again = new PostgresBackend();
    again.init(Map.of("database", "backendtest"));

    assertThat(again.start()).isEqualTo(given);
  }

  @Test
  void aNameThatIsNoDatabaseNameIsRefused() {
    assertThatThrownBy(() -> new PostgresBackend().init(Map.of("database", "x; drop")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Connection as(String role) throws SQLException {
    return DriverManager.getConnection(
        given.getOrDefault("quarkus.datasource.jdbc.url", ""),
        given.get("quarkus." + role + ".username"),
        given.get("quarkus." + role + ".password"));
  }
}
