package org.hifazat.assessment.staff;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;

/** Listens to the directory's topic. */
@ApplicationScoped
public class DirectoryConsumer {

  private final Deliveries deliveries;

  DirectoryConsumer(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("directory")
  @Blocking(ordered = true)
  void receive(ConsumerRecord<String, byte[]> delivered) {
    deliveries.receive("assessment-service", delivered);
  }
}
