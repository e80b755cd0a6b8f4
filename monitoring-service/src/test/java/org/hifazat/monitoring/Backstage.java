package org.hifazat.monitoring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.platform.testing.PostgresBackend;

/** The database as its superuser sees it: to arrange and to look, never what is tested. */
final class Backstage {
  private Backstage() {}

  /** A province in which nothing has happened yet. */
  static void empty() {
    execute(
        "truncate known_district, report_fact, triage_fact, response_fact, gap_fact, long_waiting_fact, case_fact, risk_fact, case_turn, merged_case, task_fact, referral_fact,"
            + " figure_tally");
  }

  static long count(String sql, Object... arguments) {
    return Long.parseLong(texts(sql, arguments).getFirst());
  }

  /** The first column of every row. */
  static List<String> texts(String sql, Object... arguments) {
    try (Connection connection = PostgresBackend.superuser("monitoring");
        PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static void execute(String sql) {
    try (Connection connection = PostgresBackend.superuser("monitoring");
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Object[] ids) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", ids));
      } else {
        statement.setObject(i + 1, arguments[i]);
      }
    }
    return statement;
  }
}
