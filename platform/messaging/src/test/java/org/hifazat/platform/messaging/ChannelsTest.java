package org.hifazat.platform.messaging;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.Config;
import org.hifazat.platform.testing.HifazatTest;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class ChannelsTest {
  @Inject Config config;
  @Inject TopicSetup topics;

  @Test
  void theDefaultsOfAChannelLoseNothing() {
    assertThat(setting("failure-strategy")).isEqualTo("fail");
    assertThat(setting("auto.offset.reset")).isEqualTo("earliest");
    assertThat(setting("allow.auto.create.topics")).isEqualTo("false");
    assertThat(setting("group.id")).isEqualTo("messaging-test");
  }

  @Test
  void whatWaitsForAnInstanceThatDiedIsAnothersAfterTenSeconds() {
    assertThat(setting("session.timeout.ms")).isEqualTo("10000");
    assertThat(setting("heartbeat.interval.ms")).isEqualTo("3000");
  }

  @Test
  void aServiceIsReadyWithoutABroker() {
    assertThat(setting("health-enabled")).isEqualTo("false");
    assertThat(setting("health-readiness-enabled")).isEqualTo("false");
  }

  @Test
  void topicsAreCreatedWithTheirPartitionsAndTheirRetention() throws Exception {
    topics.ensure(Set.of("hifazat.directory.v1", World.TOPIC));

    assertThat(partitions(World.TOPIC)).isEqualTo(6);
    assertThat(retention(World.TOPIC)).isEqualTo(Long.toString(30L * 24 * 60 * 60 * 1000));
    assertThat(retention("hifazat.directory.v1")).isEqualTo("-1");
  }

  private String setting(String name) {
    return config.getValue("mp.messaging.connector.smallrye-kafka." + name, String.class);
  }

  private int partitions(String topic) throws Exception {
    try (Admin admin = topics.admin()) {
      return requireNonNull(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
          .partitions()
          .size();
    }
  }

  private String retention(String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = topics.admin()) {
      Map<ConfigResource, org.apache.kafka.clients.admin.Config> described =
          admin.describeConfigs(List.of(resource)).all().get();
      return requireNonNull(described.get(resource)).get("retention.ms").value();
    }
  }
}
