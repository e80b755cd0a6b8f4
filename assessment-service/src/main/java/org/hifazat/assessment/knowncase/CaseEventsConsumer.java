package org.hifazat.assessment.knowncase;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;

/** Listens to the case-service's topic. */
@ApplicationScoped
public class CaseEventsConsumer {

  private final Deliveries deliveries;

  CaseEventsConsumer(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("cases")
  @Blocking(ordered = true)
  void receive(ConsumerRecord<String, byte[]> delivered) {
    deliveries.receive("assessment-service", delivered);
  }
}
