package org.hifazat.monitoring.directory;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;

/** Where the directory's events come in. */
@ApplicationScoped
public class DirectoryChannel {
  private final Deliveries deliveries;

  DirectoryChannel(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("directory")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> record) {
    deliveries.receive("monitoring-service", record);
  }
}
