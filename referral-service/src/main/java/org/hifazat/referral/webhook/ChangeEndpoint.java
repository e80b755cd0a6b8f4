package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.webhook.WebhookEndpoint.State;

/** Pausing, opening again, new keys and removal of an endpoint. */
@ApplicationScoped
public class ChangeEndpoint {
  /** Longest time in which the key before a rotation signs too. */
  public static final int LONGEST_OVERLAP_HOURS = 168;

  private static final String SUBJECT = "webhook-endpoint";

  private final EntityManager entities;
  private final EndpointReach reach;
  private final EndpointKeys keys;
  private final DeliveryTable table;
  private final Lanes lanes;
  private final AuditLog audit;
  private final Clock clock;

  ChangeEndpoint(
      EntityManager entities,
      EndpointReach reach,
      EndpointKeys keys,
      DeliveryTable table,
      Lanes lanes,
      AuditLog audit,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.keys = keys;
    this.table = table;
    this.lanes = lanes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Messages are kept and not sent.
   *
   * @throws ProblemException not-found, stale or endpoint-not-active
   */
  @Transactional
  public void pause(UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = changeable(ReferralOperation.CHANGE_WEBHOOK, id, expectedVersion);
    if (endpoint.state() != State.ACTIVE) {
      throw new ProblemException(ReferralProblem.ENDPOINT_NOT_ACTIVE);
    }
    endpoint.become(State.PAUSED, clock.instant());
    entities.flush();
    audit.performed(ReferralOperation.CHANGE_WEBHOOK.name(), SUBJECT, id, "paused");
  }

  /**
   * What waits is sent at once, also after a 410.
   *
   * @throws ProblemException not-found, stale or endpoint-active
   */
  @Transactional
  public void resume(UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = changeable(ReferralOperation.CHANGE_WEBHOOK, id, expectedVersion);
    if (endpoint.state() == State.ACTIVE) {
      throw new ProblemException(ReferralProblem.ENDPOINT_ACTIVE);
    }
    Instant now = clock.instant();
    endpoint.become(State.ACTIVE, now);
    entities.flush();
    table.bringForward(id, now);
    audit.performed(ReferralOperation.CHANGE_WEBHOOK.name(), SUBJECT, id, "resumed");
    lanes.wake();
  }

  /**
   * A new key signs from now on; the one before it too, for as long as the receiver needs to learn
   * the new one. None at all when the key may be known to somebody else.
   *
   * @throws ProblemException not-found or stale
   */
  @Transactional
  public void rotate(UUID id, long expectedVersion, Duration overlap) {
    WebhookEndpoint endpoint = changeable(ReferralOperation.CHANGE_WEBHOOK, id, expectedVersion);
    byte[] before = overlap.isZero() ? null : keys.asPrevious(endpoint);
    endpoint.rotate(keys.fresh(id), before, clock.instant().plus(overlap));
    entities.flush();
    audit.performed(
        ReferralOperation.CHANGE_WEBHOOK.name(),
        SUBJECT,
        id,
        "rotated",
        "overlap-hours:" + overlap.toHours());
  }

  /**
   * Removes the endpoint with its messages and destroys its keys.
   *
   * @throws ProblemException not-found or stale
   */
  @Transactional
  public void delete(UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = changeable(ReferralOperation.DELETE_WEBHOOK, id, expectedVersion);
    entities.remove(endpoint);
    entities.flush();
    keys.destroy(id);
    audit.performed(ReferralOperation.DELETE_WEBHOOK.name(), SUBJECT, id);
  }

  private WebhookEndpoint changeable(ReferralOperation operation, UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = reach.endpoint(operation, id);
    Preconditions.check(expectedVersion, endpoint.version());
    return endpoint;
  }
}
