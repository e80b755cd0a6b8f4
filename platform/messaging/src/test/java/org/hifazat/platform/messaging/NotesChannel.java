package org.hifazat.platform.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class NotesChannel {
  static final String CONSUMER = "messaging-test";

  private final Deliveries deliveries;

  NotesChannel(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("notes")
  @Blocking
  void receive(ConsumerRecord<String, byte[]> delivered) {
    deliveries.receive(CONSUMER, delivered);
  }
}
