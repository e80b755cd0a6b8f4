package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaBackendTest {
  @Test
  void aStoppedBrokerComesBackWithItsTopicsAtTheSameAddress() throws Exception {
    String servers = KafkaBackend.bootstrapServers();
    try (Admin admin = admin(servers)) {
      admin
          .createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
          .all()
          .get();
    }

    KafkaBackend.stopBroker();
    try (Admin admin = admin(servers)) {
      assertThatThrownBy(() -> admin.listTopics().names().get())
          .isInstanceOf(ExecutionException.class);
    }
    KafkaBackend.startBroker();

    assertThat(KafkaBackend.bootstrapServers()).isEqualTo(servers);
    try (Admin admin = admin(servers)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void aBorrowedBrokerIsEmptied() throws Exception {
    String servers = KafkaBackend.bootstrapServers();
    try (Admin admin = admin(servers)) {
      admin
          .createTopics(List.of(new NewTopic("left-by-others", Optional.of(1), Optional.empty())))
          .all()
          .get();

      Topics.deleteAll(servers);

      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  private static Admin admin(String servers) {
    return Admin.create(
        Map.of(
            "bootstrap.servers",
            servers,
            "request.timeout.ms",
            3_000,
            "default.api.timeout.ms",
            3_000));
  }
}
