package org.hifazat.platform.messaging;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Remembers which events were applied. */
@ApplicationScoped
class Inbox {
  private final AgroalDataSource dataSource;
  private final MessagingConfig config;
  private final TopicSetup topics;
  private final Clock clock;

  Inbox(AgroalDataSource dataSource, MessagingConfig config, TopicSetup topics, Clock clock) {
    this.dataSource = dataSource;
    this.config = config;
    this.topics = topics;
    this.clock = clock;
  }

  void checkRetention(@Observes StartupEvent started) {
    requireLonger(config.inbox().retention(), config.topics().retention());
  }

  static void requireLonger(Duration inbox, Duration topics) {
    if (inbox.compareTo(topics) <= 0) {
      throw new IllegalStateException(
          "hifazat.messaging.inbox.retention must exceed hifazat.messaging.topics.retention");
    }
  }

  /**
   * Whether this consumer sees the event for the first time; remembered with the transaction's
   * commit.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean firstTime(String consumer, UUID event, String topic) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into inbox (consumer, event_id, forget_after) values (?, ?, ?)
                on conflict do nothing
                """)) {
      insert.setString(1, consumer);
      insert.setObject(2, event);
      if (topics.unlimited(topic)) {
        insert.setNull(3, Types.TIMESTAMP_WITH_TIMEZONE);
      } else {
        insert.setObject(3, now().plus(config.inbox().retention()));
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("The inbox could not be written", e);
    }
  }

  /** Forgets what its topic cannot deliver again. */
  @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void prune() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement delete =
            connection.prepareStatement("delete from inbox where forget_after < ?")) {
      delete.setObject(1, now());
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The inbox could not be pruned", e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
