package org.hifazat.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.hifazat.platform.security.Checkpoint;
import org.hifazat.platform.security.CheckpointPublisher;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class AuditCheckpointsTest {
  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          "checkpoint-test",
          12,
          "ab".repeat(32),
          Instant.parse("2026-03-03T12:00:00Z"),
          "c2lnbmVk".repeat(11));

  @Inject CheckpointPublisher publisher;
  @Inject RelayControl relay;
  @Inject World world;

  @Test
  void aCheckpointLeavesThroughTheOutboxToTheAuditTopic() {
    QuarkusTransaction.requiringNew().run(() -> publisher.publish(CHECKPOINT));
    relay.flush();

    List<ConsumerRecord<String, byte[]>> sent =
        world.onTopic("hifazat.audit.v1", "checkpoint-test");
    assertThat(sent).hasSize(1);
    EventContracts.load()
        .assertPublishable(
            Envelope.read(sent.getFirst().headers()).type(),
            new String(sent.getFirst().value(), UTF_8));
  }

  @Test
  void aCheckpointOutsideTheTransactionThatStoresItIsRefused() {
    assertThatThrownBy(() -> publisher.publish(CHECKPOINT))
        .isInstanceOf(TransactionalException.class);
  }
}
