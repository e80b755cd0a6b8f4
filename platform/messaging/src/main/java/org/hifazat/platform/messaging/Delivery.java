package org.hifazat.platform.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/** One try to apply one event: inbox and handler in one transaction, as the consumer. */
@Singleton
class Delivery {
  private final Inbox inbox;
  private final EventJson json;
  private final CallerContext callers;

  Delivery(Inbox inbox, EventJson json, CallerContext callers) {
    this.inbox = inbox;
    this.json = json;
    this.callers = callers;
  }

  /** Whether it was applied now; false when it was applied before. */
  <T> boolean apply(
      String consumer, String topic, Envelope envelope, byte[] payload, EventHandler<T> handler) {
    ReceivedEvent<T> event =
        new ReceivedEvent<>(
            envelope.id(),
            envelope.type(),
            envelope.subject(),
            envelope.aggregateVersion(),
            envelope.time(),
            json.read(payload, handler.payload()));
    return callers.as(
        Caller.system(consumer),
        () ->
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      if (!inbox.firstTime(consumer, envelope.id(), topic)) {
                        return false;
                      }
                      handler.handle(event);
                      return true;
                    }));
  }
}
