package org.hifazat.platform.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Lets PostgreSQL tell the application's own connections how it ran each of their statements
 * (auto_explain, as a notice), so that a test judges the very SQL that was sent and nothing copied
 * from it. Only new connections tell: the pool has to be emptied after {@link #told} and {@link
 * #silent}. Meanwhile the server's autovacuum rests: its statistics would change plans between one
 * page and the next.
 */
public final class ServerPlans {
  private ServerPlans() {}

  public static void told(String database) {
    server(database, List.of("alter system set autovacuum = off", "select pg_reload_conf()"));
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
    server(database, List.of("alter system reset autovacuum", "select pg_reload_conf()"));
  }

  private static void alter(String database, List<String> settings) {
    String role = "alter role " + database + "_app in database " + database + " ";
    server(database, settings.stream().map(role::concat).toList());
  }

  private static void server(String database, List<String> commands) {
    try (Connection connection = PostgresBackend.superuser(database);
        Statement statement = connection.createStatement()) {
      for (String command : commands) {
        statement.execute(command);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
