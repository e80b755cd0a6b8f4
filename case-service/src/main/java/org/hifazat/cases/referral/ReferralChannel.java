package org.hifazat.cases.referral;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;

/** Where referrals' events come in. */
@ApplicationScoped
public class ReferralChannel {
  private final Deliveries deliveries;

  ReferralChannel(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  @Incoming("referrals")
  @Blocking
  public void receive(ConsumerRecord<String, byte[]> record) {
    deliveries.receive("case-service", record);
  }

  /** What only this service may read. */
  @Incoming("safeguarding")
  @Blocking
  public void receiveApart(ConsumerRecord<String, byte[]> record) {
    deliveries.receive("case-service", record);
  }
}
