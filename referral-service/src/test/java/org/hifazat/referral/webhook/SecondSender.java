package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends as another instance of the service would, beside the one that runs. */
@ApplicationScoped
public class SecondSender {
  private final DeliverNext next;

  SecondSender(DeliverNext next) {
    this.next = next;
  }

  /** Until nothing is due at the endpoint. */
  public void along(UUID endpoint) {
    while (next.deliver(endpoint) != DeliverNext.Result.NOTHING_DUE) {
      Thread.onSpinWait();
    }
  }
}
