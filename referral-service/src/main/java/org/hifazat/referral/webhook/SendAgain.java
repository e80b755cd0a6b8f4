package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;

/**
 * Messages go out again, under their ids: a receiver that has them already does nothing. They begin
 * their tries anew and keep their order.
 */
@ApplicationScoped
public class SendAgain {
  private final EndpointReach reach;
  private final DeliveryTable table;
  private final Lanes lanes;
  private final AuditLog audit;
  private final Clock clock;

  SendAgain(EndpointReach reach, DeliveryTable table, Lanes lanes, AuditLog audit, Clock clock) {
    this.reach = reach;
    this.table = table;
    this.lanes = lanes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @throws ProblemException not-found, also for a message that is being tried right now
   */
  @Transactional
  public void one(UUID endpointId, UUID message) {
    WebhookEndpoint endpoint = reach.endpoint(ReferralOperation.REPLAY_WEBHOOK, endpointId);
    int again = table.again(endpoint.id(), message, Instant.EPOCH, false, clock.instant());
    if (again == 0) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    recorded(endpointId, again);
  }

  /**
   * @param since when they were recorded, or later; what is older than the platform keeps is gone
   * @param failedOnly leaves out what was delivered
   * @return how many
   * @throws ProblemException not-found or in-the-future
   */
  @Transactional
  public int since(UUID endpointId, Instant since, boolean failedOnly) {
    WebhookEndpoint endpoint = reach.endpoint(ReferralOperation.REPLAY_WEBHOOK, endpointId);
    Instant now = clock.instant();
    if (since.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    Instant from = since.isBefore(Instant.EPOCH) ? Instant.EPOCH : since;
    int again = table.again(endpoint.id(), null, from, failedOnly, now);
    recorded(endpointId, again);
    return again;
  }

  private void recorded(UUID endpointId, int again) {
    audit.performed(
        ReferralOperation.REPLAY_WEBHOOK.name(),
        "webhook-endpoint",
        endpointId,
        "messages:" + again);
    lanes.wake();
  }
}
