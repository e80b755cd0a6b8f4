package org.hifazat.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.KafkaBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@HifazatTest(service = "messaging", keycloak = false)
class BrokerOutageTest {

  @Inject RelayControl relay;
  @Inject World world;
  @Inject MeterRegistry registry;
  private boolean away;

  @AfterEach
  void brokerIsBack() {
    if (away) {
      KafkaBackend.startBroker();
    }
  }

  @Test
  void eventsWaitWhileTheBrokerIsStoppedAndArriveInOrderWhenItIsBack() {
    long before = world.waiting("outage-stopped");
    world.commit("outage-stopped", 1);
    Awaitility.await().until(() -> world.appliedVersions("outage-stopped").size() == 1);

    away = true;
    KafkaBackend.stopBroker();
    double failed = failures();
    world.commit("outage-stopped", 2);
    world.commit("outage-other", 1);
    world.commit("outage-stopped", 3);
    Awaitility.await().until(() -> failures() > failed);
    assertThat(before).isZero();
    assertThat(world.waiting("outage-stopped")).isEqualTo(2);
    assertThat(world.waiting("outage-other")).isEqualTo(1);

    KafkaBackend.startBroker();
    away = false;
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(world.appliedVersions("outage-stopped")).containsExactly(1L, 2L, 3L);
              assertThat(world.appliedVersions("outage-other")).containsExactly(1L);
              assertThat(world.waiting("outage-stopped")).isZero();
            });
  }

  @Test
  void aBrokerKilledUnderLoadLosesAndDoublesNothing() {
    away = true;
    for (long version = 1; version <= 60; version++) {
      if (version == 20) {
        KafkaBackend.killBroker();
      }
      world.commit("outage-killed-" + version % 3, version);
    }
    List<UUID> last =
        List.of(
            world.commit("outage-killed-0", 61),
            world.commit("outage-killed-1", 61),
            world.commit("outage-killed-2", 61));
    KafkaBackend.startBroker();
    away = false;

    Awaitility.await().until(() -> last.stream().allMatch(id -> world.inInbox(id) == 1));
    for (int key = 0; key < 3; key++) {
      List<Long> versions = world.appliedVersions("outage-killed-" + key);
      assertThat(versions).hasSize(21).isSorted().doesNotHaveDuplicates();
    }
  }

  private double failures() {
    var counter = registry.find("hifazat.outbox.published").tag("outcome", "failed").counter();
    return counter == null ? 0 : counter.count();
  }
}
