package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.hifazat.local.PublishedCheckpoints.Checkpoint;
import org.hifazat.platform.embedded.Ports;
import org.junit.jupiter.api.Test;

class PublishedCheckpointsTest {

  private static final String HASH =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  private final Map<String, Checkpoint> last = new HashMap<>();

  @Test
  void theFurthestCheckpointOfEachServiceCounts() {
    remember("case-service", 7, HASH);
    remember("case-service", 9, HASH);
    remember("case-service", 8, HASH);
    remember("identity", 3, HASH);
    assertThat(last)
        .containsOnly(
            Map.entry("case-service", new Checkpoint(9, HASH)),
            Map.entry("identity", new Checkpoint(3, HASH)));
  }

  @Test
  void whatIsNotACheckpointIsPassedOver() {
    remember("case-service", 9, "not a hash");
    PublishedCheckpoints.remember(last, "{".getBytes(StandardCharsets.UTF_8));
    PublishedCheckpoints.remember(last, "{\"origin\":\"x\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(last).isEmpty();
  }

  @Test
  void withoutABrokerThereIsNothingToCompareWith() {
    assertThat(PublishedCheckpoints.read("127.0.0.1:" + Ports.free())).isEmpty();
  }

  private void remember(String origin, long position, String hash) {
    String json =
        "{\"origin\":\"%s\",\"position\":%d,\"hash\":\"%s\"}".formatted(origin, position, hash);
    PublishedCheckpoints.remember(last, json.getBytes(StandardCharsets.UTF_8));
  }
}
