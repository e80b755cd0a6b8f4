package org.hifazat.referral.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.webhook.Answer.Why;

/** Sends a message about nothing, now, and says what became of it; also to one that is paused. */
@ApplicationScoped
public class TestEndpoint {
  /** Each holds a thread of the service while the receiver thinks. */
  private static final int AT_ONCE = 4;

  private final EndpointReach reach;
  private final EndpointKeys keys;
  private final MessageWriter bodies;
  private final Post post;
  private final WebhookConfig config;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  TestEndpoint(
      EndpointReach reach,
      EndpointKeys keys,
      MessageWriter bodies,
      Post post,
      WebhookConfig config,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.reach = reach;
    this.keys = keys;
    this.bodies = bodies;
    this.post = post;
    this.config = config;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  private record Ready(String url, SignedMessage message) {}

  /**
   * @throws ProblemException not-found or too-many-test-calls
   */
  public Answer handle(UUID id) {
    if (!free.tryAcquire()) {
      throw new ProblemException(ReferralProblem.TOO_MANY_TEST_CALLS);
    }
    try {
      Ready ready = QuarkusTransaction.requiringNew().call(() -> ready(id));
      return ReceiverAddress.of(ready.url(), config.plainHttp())
          .map(address -> post.send(address, ready.message()))
          .orElse(new Answer.None(Why.ADDRESS_REFUSED));
    } finally {
      free.release();
    }
  }

  private Ready ready(UUID id) {
    WebhookEndpoint endpoint = reach.endpoint(ReferralOperation.TEST_WEBHOOK, id);
    Instant now = clock.instant();
    audit.performed(ReferralOperation.TEST_WEBHOOK.name(), "webhook-endpoint", id);
    return new Ready(
        endpoint.url(),
        SignedMessage.of(
            ids.next().toString(), now, bodies.test(now), keys.signing(endpoint, now)));
  }
}
