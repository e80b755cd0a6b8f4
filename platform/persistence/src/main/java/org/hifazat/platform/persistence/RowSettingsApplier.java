package org.hifazat.platform.persistence;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells PostgreSQL who acts, at the begin of every JTA transaction, in one statement. Hibernate and
 * raw JDBC share the transaction's connection, so both are bound by it. Without a transaction
 * nothing is set and the policies show nothing.
 */
@ApplicationScoped
class RowSettingsApplier {
  private final AgroalDataSource dataSource;
  private final TransactionManager transactions;
  private final List<RowSettings> sources;

  RowSettingsApplier(
      AgroalDataSource dataSource,
      TransactionManager transactions,
      @All List<RowSettings> sources) {
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.sources = sources;
  }

  void onBegin(@Observes @Initialized(TransactionScoped.class) Object begun) {
    try {
      apply(settings());
    } catch (SQLException | RuntimeException failure) {
      abandon(failure);
      throw new IllegalStateException("Row-level security could not be set: refusing", failure);
    }
  }

  private Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    for (RowSettings source : sources) {
      settings.putAll(source.current());
    }
    return settings;
  }

  private void apply(Map<String, String> settings) throws SQLException {
    if (settings.isEmpty()) {
      return;
    }
    String sql =
        "select "
            + String.join(", ", Collections.nCopies(settings.size(), "set_config(?, ?, true)"));
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      int parameter = 1;
      for (var setting : settings.entrySet()) {
        statement.setString(parameter++, setting.getKey());
        statement.setString(parameter++, setting.getValue());
      }
      statement.execute();
    }
  }

  /** The begin fails after the thread already has the transaction: nobody else would end it. */
  private void abandon(Exception failure) {
    try {
      transactions.rollback();
    } catch (SystemException | RuntimeException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
