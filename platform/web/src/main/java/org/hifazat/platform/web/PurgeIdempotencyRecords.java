package org.hifazat.platform.web;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.hifazat.platform.persistence.Purge;

/** Forgets requests nobody repeats any more. */
@ApplicationScoped
public class PurgeIdempotencyRecords implements Purge {
  /**
   * A client repeats while somebody waits, or once a line that failed is back. A form that lay open
   * over a week's holiday is typed anew; what it made before is then found by the search.
   */
  static final Duration KEPT = Duration.ofDays(7);

  private static final String REMOVE = "select forget_idempotency_records(?, ?)";

  private final DataSource database;
  private final Clock clock;

  PurgeIdempotencyRecords(DataSource database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "idempotency records";
  }

  @Override
  @Transactional(MANDATORY)
  public int purge(int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(REMOVE)) {
      statement.setObject(1, clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC));
      statement.setInt(2, most);
      try (ResultSet answer = statement.executeQuery()) {
        answer.next();
        return answer.getInt(1);
      }
    } catch (SQLException fault) {
      throw new IllegalStateException("idempotency records could not be removed", fault);
    }
  }
}
