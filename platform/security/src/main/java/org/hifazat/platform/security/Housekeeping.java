package org.hifazat.platform.security;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hifazat.platform.persistence.Purge;
import org.jboss.logging.Logger;

/**
 * Runs every {@link Purge} of the service now and then: in small transactions, each by whoever has
 * the database's lock.
 */
@ApplicationScoped
public class Housekeeping {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final Caller CALLER = Caller.system("housekeeping");
  private static final String LOCK =
      "select pg_try_advisory_xact_lock(" + 0x6869_6661_7a61_7402L + ")";
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 200;

  private final AgroalDataSource dataSource;
  private final CallerContext callers;
  private final List<Purge> purges;
  private final long minutes;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("housekeeping").factory());

  Housekeeping(
      AgroalDataSource dataSource,
      CallerContext callers,
      @All List<Purge> purges,
      @ConfigProperty(name = "hifazat.housekeeping.every-minutes", defaultValue = "15")
          long minutes) {
    this.dataSource = dataSource;
    this.callers = callers;
    this.purges = purges;
    this.minutes = minutes;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the work reports its own failures
  void onStart(@Observes StartupEvent starting) {
    thread.scheduleWithFixedDelay(this::runAll, minutes, minutes, TimeUnit.MINUTES);
  }

  void onStop(@Observes ShutdownEvent stopping) {
    thread.shutdownNow();
  }

  /** Removes all that is due, as far as nobody else is at it. */
  public void runAll() {
    for (Purge purge : purges) {
      try {
        int removed = runOne(purge);
        if (removed > 0) {
          LOG.infof("Removed %d of %s", removed, purge.name());
        }
      } catch (RuntimeException fault) {
        LOG.errorf(fault, "Could not remove %s; trying again later", purge.name());
      }
    }
  }

  private int runOne(Purge purge) {
    int removed = 0;
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      int some =
          callers.<Integer, RuntimeException>as(
              CALLER,
              () -> QuarkusTransaction.requiringNew().call(() -> leads() ? purge.purge(BATCH) : 0));
      removed += some;
      if (some < BATCH) {
        break;
      }
    }
    return removed;
  }

  private boolean leads() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(LOCK);
        ResultSet row = statement.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }
}
