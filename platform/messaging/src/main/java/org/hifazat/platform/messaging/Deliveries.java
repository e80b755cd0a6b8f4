package org.hifazat.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings a record from a topic to the handler of its type, once. */
@ApplicationScoped
public class Deliveries {
  /**
   * Applies one record: returns when it is applied, known already, of no interest, or stored as a
   * dead letter, so the offset may be committed. Call it from a blocking, ordered {@code @Incoming}
   * method.
   *
   * @param consumer name of the consuming service, for example {@code case-service}; part of the
   *     inbox key
   */
  public void receive(String consumer, ConsumerRecord<String, byte[]> delivered) {
    throw new UnsupportedOperationException("not built yet: " + consumer + delivered.topic());
  }
}
