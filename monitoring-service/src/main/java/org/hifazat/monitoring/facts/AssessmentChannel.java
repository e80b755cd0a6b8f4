package org.hifazat.monitoring.facts;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;

/** Where the assessment service's events come in. */
@ApplicationScoped
public class AssessmentChannel {
  private final Deliveries deliveries;

  AssessmentChannel(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("assessments")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> record) {
    deliveries.receive("monitoring-service", record);
  }
}
