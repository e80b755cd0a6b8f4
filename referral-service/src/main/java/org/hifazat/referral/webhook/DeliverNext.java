package org.hifazat.referral.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.referral.webhook.Answer.Why;
import org.hifazat.referral.webhook.DeliveryTable.Claimed;

/**
 * One try: claim and sign in one transaction, send in none, record in another. Who dies in between
 * has its message sent again by somebody else, under the same id.
 */
@ApplicationScoped
class DeliverNext {
  private static final Caller CALLER = Caller.system("webhooks");
  private static final Duration TO_RECORD = Duration.ofMinutes(1);

  private final DueEndpoints due;
  private final DeliveryTable table;
  private final EntityManager entities;
  private final EndpointKeys keys;
  private final MessageWriter bodies;
  private final Post post;
  private final WebhookConfig config;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  DeliverNext(
      DueEndpoints due,
      DeliveryTable table,
      EntityManager entities,
      EndpointKeys keys,
      MessageWriter bodies,
      Post post,
      WebhookConfig config,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.due = due;
    this.table = table;
    this.entities = entities;
    this.keys = keys;
    this.bodies = bodies;
    this.post = post;
    this.config = config;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /** How a try ended, for the lane. */
  enum Result {
    NOTHING_DUE,
    DELIVERED,
    NOT_DELIVERED
  }

  private record Ready(Claimed claimed, String url, SignedMessage message) {}

  /** Endpoints with something to send now. */
  List<UUID> due(int most) {
    return callers.<List<UUID>, RuntimeException>as(
        CALLER, () -> QuarkusTransaction.requiringNew().call(() -> due.at(clock.instant(), most)));
  }

  Result deliver(UUID endpoint) {
    return callers.<Result, RuntimeException>as(CALLER, () -> next(endpoint));
  }

  private Result next(UUID endpoint) {
    Optional<Ready> ready = QuarkusTransaction.requiringNew().call(() -> ready(endpoint));
    if (ready.isEmpty()) {
      return Result.NOTHING_DUE;
    }
    Ready one = ready.get();
    Answer answer =
        ReceiverAddress.of(one.url(), config.plainHttp())
            .map(address -> post.send(address, one.message()))
            .orElse(new Answer.None(Why.ADDRESS_REFUSED));
    QuarkusTransaction.requiringNew().run(() -> record(one.claimed(), answer));
    return answer.taken() ? Result.DELIVERED : Result.NOT_DELIVERED;
  }

  private Optional<Ready> ready(UUID endpointId) {
    Instant now = clock.instant();
    Instant until = now.plus(config.connectWithin()).plus(config.answerWithin()).plus(TO_RECORD);
    return table
        .claim(endpointId, ids.next(), now, until)
        .flatMap(
            claimed ->
                Optional.ofNullable(entities.find(WebhookEndpoint.class, endpointId))
                    .map(endpoint -> signed(claimed, endpoint, now)));
  }

  private Ready signed(Claimed claimed, WebhookEndpoint endpoint, Instant now) {
    byte[] body = bodies.of(claimed.type(), claimed.happenedAt(), claimed.referral());
    return new Ready(
        claimed,
        endpoint.url(),
        SignedMessage.of(claimed.message().toString(), now, body, keys.signing(endpoint, now)));
  }

  private void record(Claimed claimed, Answer answer) {
    Instant now = clock.instant();
    if (answer.taken()) {
      table.tried(claimed, answer, "delivered", null, now);
    } else if (answer.gone()) {
      closed(claimed, answer, now);
    } else {
      Instant next =
          RetrySchedule.next(claimed.message(), claimed.attempts() + 1, now)
              .map(planned -> notBefore(planned, answer, now))
              .orElse(null);
      if (table.tried(claimed, answer, next == null ? "failed" : "waiting", next, now)
          && next != null) {
        table.postponeFollowers(claimed, next);
      }
    }
  }

  /** Never sooner than planned: a receiver may ask for more time, not for less. */
  private static Instant notBefore(Instant planned, Answer answer, Instant now) {
    return answer
        .restFor()
        .map(now::plus)
        .filter(rested -> rested.isAfter(planned))
        .orElse(planned);
  }

  /** 410: nothing goes there until somebody opens it again; what waits is kept. */
  private void closed(Claimed claimed, Answer answer, Instant now) {
    if (table.tried(claimed, answer, "waiting", now, now)) {
      WebhookEndpoint endpoint = entities.find(WebhookEndpoint.class, claimed.endpoint());
      if (endpoint != null) {
        endpoint.become(WebhookEndpoint.State.GONE, now);
      }
    }
  }
}
