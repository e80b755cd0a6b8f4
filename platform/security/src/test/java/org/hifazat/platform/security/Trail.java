package org.hifazat.platform.security;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.platform.testing.PostgresBackend;

/** The audit tables as a database administrator sees, and changes, them. */
final class Trail {
  private Trail() {}

  static void empty() {
    tamper("truncate audit_record, audit_unsealed, audit_seal, audit_checkpoint restart identity");
  }

  /** As somebody who may switch the triggers off. */
  static void tamper(String sql) {
    execute("set session_replication_role = replica", sql);
  }

  static void execute(String... statements) {
    try (Connection connection = PostgresBackend.superuser("security");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** Each row as its columns joined by a blank. */
  static List<String> rows(String sql) {
    try (Connection connection = PostgresBackend.superuser("security");
        Statement statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (row.next()) {
        var columns = new ArrayList<String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
          columns.add(String.valueOf(row.getString(column)));
        }
        rows.add(String.join(" ", columns));
      }
      return rows;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static List<String> outcomes() {
    return rows("select operation, outcome from audit_record order by seq");
  }
}
