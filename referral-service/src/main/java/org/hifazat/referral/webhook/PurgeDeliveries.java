package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hifazat.platform.persistence.Purge;

/**
 * Messages older than anybody sends again; also those that waited for an endpoint nobody opened.
 */
@ApplicationScoped
class PurgeDeliveries implements Purge {
  private final DeliveryTable table;
  private final WebhookConfig config;
  private final Clock clock;

  PurgeDeliveries(DeliveryTable table, WebhookConfig config, Clock clock) {
    this.table = table;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "webhook messages";
  }

  @Override
  public int purge(int most) {
    return table.purge(clock.instant().minus(config.keep()), most);
  }
}
