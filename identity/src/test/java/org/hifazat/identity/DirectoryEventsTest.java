package org.hifazat.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.hifazat.identity.event.AgencyPersonListed;
import org.hifazat.identity.event.AgencyRegistered;
import org.hifazat.identity.event.CertificateAwarded;
import org.hifazat.identity.event.DistrictListed;
import org.hifazat.identity.event.SandboxRegistered;
import org.hifazat.identity.event.StaffEnrolled;
import org.hifazat.identity.event.UnitEstablished;
import org.hifazat.platform.testing.EventContracts;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KafkaBackend;
import org.hifazat.platform.testing.KeycloakLine;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "identity")
@WithTestResource(value = KeycloakLine.class, scope = TestResourceScope.MATCHING_RESOURCES)
class DirectoryEventsTest {
  private static final String TOPIC = "hifazat.directory.v1";

  @Test
  void theWholeDirectoryIsPublishedAsTheContractsSay() {
    List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", KafkaBackend.bootstrapServers(),
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(one -> new TopicPartition(TOPIC, one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Awaitility.await()
          .untilAsserted(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(seen::add);
                Map<String, Long> byType =
                    seen.stream()
                        .collect(
                            Collectors.groupingBy(
                                DirectoryEventsTest::type, Collectors.counting()));
                assertThat(byType.get(DistrictListed.TYPE)).isEqualTo(40);
                assertThat(byType.get(UnitEstablished.TYPE)).isEqualTo(24);
                assertThat(byType.get(StaffEnrolled.TYPE)).isGreaterThanOrEqualTo(56);
                assertThat(byType.get(CertificateAwarded.TYPE)).isGreaterThanOrEqualTo(52);
                assertThat(byType.get(AgencyRegistered.TYPE)).isGreaterThanOrEqualTo(7);
                assertThat(byType.get(SandboxRegistered.TYPE)).isGreaterThanOrEqualTo(1);
                assertThat(byType.get(AgencyPersonListed.TYPE)).isGreaterThanOrEqualTo(4);
              });
    }
    // Who keeps cases or counts them knows agencies only: no sandbox ever comes to them as one.
    assertThat(seen.stream().filter(one -> type(one).equals(AgencyRegistered.TYPE)))
        .noneMatch(one -> new String(one.value(), StandardCharsets.UTF_8).contains("Sandbox"));
    EventContracts contracts = EventContracts.load();
    for (ConsumerRecord<String, byte[]> event : seen) {
      contracts.assertPublishable(type(event), event.value());
      assertThat(new String(event.value(), StandardCharsets.UTF_8))
          .doesNotContain("Gulalai")
          .doesNotContain("Farzana")
          .doesNotContain("gulalai.peshawar");
    }
  }

  @Test
  void theExamplesOfTheContractsAreOurs() {
    EventContracts contracts = EventContracts.load();
    for (String type :
        List.of(
            DistrictListed.TYPE,
            UnitEstablished.TYPE,
            StaffEnrolled.TYPE,
            CertificateAwarded.TYPE,
            AgencyRegistered.TYPE,
            SandboxRegistered.TYPE,
            AgencyPersonListed.TYPE)) {
      assertThat(contracts.examples(type)).isNotEmpty();
    }
  }

  private static String type(ConsumerRecord<String, byte[]> event) {
    return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
  }
}
