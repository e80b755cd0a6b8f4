package org.hifazat.referral;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.StringJoiner;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.testing.Persona;

/** The database as the application's role sees it while somebody acts. */
record Database(AgroalDataSource pool, CallerContext callers) {

  static Caller caller(Persona persona) {
    return new Caller(
        persona.account(),
        persona.staffId(),
        persona.unitId(),
        persona.agencyId(),
        Set.copyOf(persona.roles()));
  }

  /** The first number of the first row. */
  long count(Caller caller, String sql) {
    return callers.as(caller, () -> QuarkusTransaction.requiringNew().call(() -> number(sql)));
  }

  /** The first column of every row, in lines. */
  String lines(Persona persona, String sql) {
    return callers.as(
        caller(persona), () -> QuarkusTransaction.requiringNew().call(() -> text(sql)));
  }

  /** How many rows it changed. */
  int change(Persona persona, String sql) {
    return callers.as(
        caller(persona), () -> QuarkusTransaction.requiringNew().call(() -> changed(sql)));
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private String text(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      StringJoiner lines = new StringJoiner("\n");
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
      return lines.toString();
    }
  }

  private int changed(String sql) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }
}
