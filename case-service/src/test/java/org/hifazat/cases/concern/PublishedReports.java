package org.hifazat.cases.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.hifazat.cases.Backstage;
import org.hifazat.cases.Topic;
import org.hifazat.platform.testing.EventContracts;

/** What others hear of a report. */
final class PublishedReports {
  private static final String PREFIX = "org.hifazat.cases.";

  private PublishedReports() {}

  static void assertPublished(String report, String... names) {
    for (String name : names) {
      assertThat(published(report, name)).isNotEmpty();
    }
  }

  /** The published events of this name, each held to the contract. */
  static List<String> published(String report, String name) {
    Awaitility.await(name).until(() -> !of(report, name).isEmpty());
    Awaitility.await("all is published")
        .until(() -> Backstage.count("select count(*) from outbox") == 0);
    return of(report, name).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .peek(json -> EventContracts.load().assertPublishable(PREFIX + name + ".v1", json))
        .toList();
  }

  private static List<ConsumerRecord<String, byte[]>> of(String report, String name) {
    return Topic.read(Topic.CASES, report).stream()
        .filter(record -> Topic.type(record).equals(PREFIX + name + ".v1"))
        .toList();
  }
}
