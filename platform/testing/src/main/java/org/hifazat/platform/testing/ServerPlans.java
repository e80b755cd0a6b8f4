package org.hifazat.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Lets PostgreSQL tell the application's own connections how it ran each of their statements
 * (auto_explain, as a notice), so that a test judges the very SQL that was sent and nothing copied
 * from it. Only new connections tell: the pool has to be emptied after {@link #told} and {@link
 * #silent}.
 */
public final class ServerPlans {
  private ServerPlans() {}

  public static void told(String database) {
    alter(
        database,
        List.of(
            "set session_preload_libraries = 'auto_explain'",
            "set auto_explain.log_min_duration = 0",
            "set auto_explain.log_analyze = on",
            "set auto_explain.log_buffers = on",
            "set auto_explain.log_timing = off",
            "set auto_explain.log_parameter_max_length = 0",
            "set auto_explain.log_level = notice"));
  }

  public static void silent(String database) {
    alter(database, List.of("reset all"));
  }

  private static void alter(String database, List<String> settings) {
    try (Connection connection = PostgresBackend.superuser(database);
        Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        statement.execute(
            "alter role " + database + "_app in database " + database + " " + setting);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
