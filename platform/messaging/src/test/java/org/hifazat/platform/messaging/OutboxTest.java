package org.hifazat.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class OutboxTest {
  @Inject Outbox outbox;
  @Inject RelayControl relay;
  @Inject World world;
  @Inject AgroalDataSource dataSource;
  @Inject MessagingMetrics metrics;
  @Inject MeterRegistry registry;

  @BeforeEach
  void nothingLeavesByItself() {
    relay.pause();
  }

  @AfterEach
  void goOn() {
    relay.resume();
  }

  /** Prometheus sees no rise in a counter that first appears as 1. */
  @Test
  void everyOutcomeIsCountedFromTheStart() {
    for (String outcome : new String[] {"acknowledged", "failed"}) {
      assertThat(registry.find("hifazat.outbox.published").tag("outcome", outcome).counter())
          .as(outcome)
          .isNotNull();
    }
    for (String outcome :
        new String[] {"applied", "duplicate", "ignored", "retried", "dead-letter"}) {
      assertThat(registry.find("hifazat.deliveries").tag("outcome", outcome).counter())
          .as(outcome)
          .isNotNull();
    }
  }

  @Test
  void aCommittedEventWaitsInTheOutbox() {
    world.commit("outbox-committed", 1);

    assertThat(world.waiting("outbox-committed")).isEqualTo(1);
  }

  @Test
  void aRolledBackTransactionLeavesNoEvent() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          outbox.append(World.event("outbox-rolled-back", 1));
                          throw new IllegalStateException("the business says no");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(world.waiting("outbox-rolled-back")).isZero();
  }

  @Test
  void appendingOutsideATransactionIsRefused() {
    assertThatThrownBy(() -> outbox.append(World.event("outbox-outside", 1)))
        .isInstanceOf(TransactionalException.class);

    assertThat(world.waiting("outbox-outside")).isZero();
  }

  @Test
  void aPayloadOfExactlyTheLimitIsTakenAndOneByteMoreIsRefused() {
    int rest = new EventJson().write(noteWithRemark("")).length;

    QuarkusTransaction.requiringNew()
        .run(() -> outbox.append(large("outbox-limit", Outbox.LARGEST_PAYLOAD - rest)));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () ->
                            outbox.append(
                                large("outbox-too-large", Outbox.LARGEST_PAYLOAD - rest + 1))))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(world.waiting("outbox-limit")).isEqualTo(1);
    assertThat(world.waiting("outbox-too-large")).isZero();
  }

  @Test
  void whatCannotBeWrittenAsJsonIsRefused() {
    OutboxEvent unwritable =
        new OutboxEvent(
            Note.TYPE, "note", "outbox-json", 1, "outbox-json", Instant.EPOCH, new Object());

    assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.append(unwritable)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theApplicationMayNotRewriteAnEvent() throws SQLException {
    world.commit("outbox-rewritten", 1);

    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("update outbox set topic = 'elsewhere'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void depthAndAgeOfWhatWaitsAreMeasured() {
    world.commit("outbox-measured", 1);

    metrics.measure();

    assertThat(registry.get("hifazat.outbox.depth").gauge().value()).isPositive();
    assertThat(registry.get("hifazat.outbox.oldest.age.seconds").gauge().value()).isPositive();
    relay.resume();
    Awaitility.await()
        .untilAsserted(
            () -> {
              metrics.measure();
              assertThat(registry.get("hifazat.outbox.depth").gauge().value()).isZero();
              assertThat(registry.get("hifazat.outbox.oldest.age.seconds").gauge().value())
                  .isZero();
            });
  }

  private static Note noteWithRemark(String remark) {
    return new Note("calm", Optional.of(remark), Instant.EPOCH);
  }

  private static OutboxEvent large(String subject, int remark) {
    return new OutboxEvent(
        Note.TYPE, "note", subject, 1, subject, Instant.EPOCH, noteWithRemark("x".repeat(remark)));
  }
}
