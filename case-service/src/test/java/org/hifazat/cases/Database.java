package org.hifazat.cases;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.Persona;

/** The database as the application's own role sees it on behalf of somebody. */
public record Database(DataSource source, CallerContext callers) {

  public static Caller caller(Persona persona) {
    return new Caller(
        persona.account(),
        persona.staffId(),
        persona.unitId(),
        persona.agencyId(),
        Set.copyOf(persona.roles()));
  }

  public long seen(Caller caller, String sql) {
    return inTransaction(
        caller,
        () -> {
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  public int changed(Caller caller, String sql) {
    return inTransaction(
        caller,
        () -> {
          try (Connection connection = source.getConnection();
              Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  /** PostgreSQL's plan, one line per node, through the caller's policies. */
  public String plan(Caller caller, String sql) {
    return inTransaction(caller, () -> lines("explain " + sql));
  }

  private String lines(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringBuilder lines = new StringBuilder();
      while (rows.next()) {
        lines.append(rows.getString(1)).append('\n');
      }
      return lines.toString();
    }
  }

  private <T> T inTransaction(Caller caller, Callable<T> work) {
    return callers.as(caller, () -> QuarkusTransaction.requiringNew().call(work));
  }
}
