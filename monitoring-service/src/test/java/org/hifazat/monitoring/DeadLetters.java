package org.hifazat.monitoring;

import org.hifazat.platform.testing.Records;

/** What this service has set aside. */
final class DeadLetters {
  private DeadLetters() {}

  /** How many there are of a key. */
  static int of(String topic, String key) {
    return (int)
        Records.of(topic + ".monitoring-service.dead-letter").stream()
            .filter(record -> key.equals(record.key()))
            .count();
  }
}
