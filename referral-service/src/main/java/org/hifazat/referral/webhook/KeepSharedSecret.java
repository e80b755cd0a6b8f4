package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;

/**
 * The secret a receiver shares with us when its library knows no signature but HMAC. The endpoint's
 * own key goes on signing beside it.
 */
@ApplicationScoped
public class KeepSharedSecret {
  /** How long the secret before a new one signs too. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  private static final String SUBJECT = "webhook-endpoint";

  private final EntityManager entities;
  private final EndpointReach reach;
  private final EndpointKeys keys;
  private final AuditLog audit;
  private final Clock clock;

  KeepSharedSecret(
      EntityManager entities, EndpointReach reach, EndpointKeys keys, AuditLog audit, Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A new secret signs from now on, and the one before it for a day.
   *
   * @return the secret, readable nowhere else
   * @throws ProblemException not-found or stale
   */
  @Transactional
  public String renew(ReferralOperation operation, UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = changeable(operation, id, expectedVersion);
    SharedSecret fresh = SharedSecret.generate();
    Instant now = clock.instant();
    boolean first = endpoint.shared().isEmpty();
    endpoint.share(keys.sealed(id, fresh), keys.sharedAsPrevious(endpoint), now, now.plus(OVERLAP));
    entities.flush();
    audit.performed(operation.name(), SUBJECT, id, first ? "shared" : "renewed");
    return fresh.secret();
  }

  /**
   * Neither the secret nor the one before it signs any more.
   *
   * @throws ProblemException not-found, also when there is none, or stale
   */
  @Transactional
  public void end(ReferralOperation operation, UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = changeable(operation, id, expectedVersion);
    if (endpoint.shared().isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    endpoint.shareNoMore();
    entities.flush();
    audit.performed(operation.name(), SUBJECT, id, "ended");
  }

  private WebhookEndpoint changeable(ReferralOperation operation, UUID id, long expectedVersion) {
    WebhookEndpoint endpoint = reach.endpoint(operation, id);
    Preconditions.check(expectedVersion, endpoint.version());
    return endpoint;
  }
}
