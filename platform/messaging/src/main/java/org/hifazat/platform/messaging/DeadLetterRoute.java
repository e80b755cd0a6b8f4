package org.hifazat.platform.messaging;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.common.KafkaException;
import org.hifazat.platform.security.OwnMachine;
import org.jboss.logging.Logger;

/**
 * The replay command, on the management port and from this machine only: {@code POST
 * /q/dead-letters/replay?consumer=case-service} answers 200 with the counts {@code applied}, {@code
 * alreadyApplied} and {@code putAsideAgain}; 400 without a consumer; 503 when Kafka is away.
 */
@ApplicationScoped
class DeadLetterRoute {
  private static final Logger LOG = Logger.getLogger(DeadLetterRoute.class);
  private static final String NAME = "[a-z][a-z0-9-]{0,60}";

  private final DeadLetterReplay replay;

  DeadLetterRoute(DeadLetterReplay replay) {
    this.replay = replay;
  }

  void register(@Observes ManagementInterface management) {
    management.router().post("/q/dead-letters/replay").blockingHandler(this::answer, false);
  }

  private void answer(RoutingContext request) {
    if (!OwnMachine.asks(request.request())) {
      request.response().setStatusCode(404).end();
      return;
    }
    String consumer = request.request().getParam("consumer");
    if (consumer == null || !consumer.matches(NAME)) {
      request.response().setStatusCode(400).end();
      return;
    }
    try {
      DeadLetterReplay.Summary summary = replay.replay(consumer);
      request
          .response()
          .putHeader("content-type", "application/json")
          .end(
              new JsonObject()
                  .put("applied", summary.applied())
                  .put("alreadyApplied", summary.alreadyApplied())
                  .put("putAsideAgain", summary.putAsideAgain())
                  .encode());
    } catch (BrokerAwayException | KafkaException away) {
      LOG.warnf("No replay for %s: %s", consumer, away.getClass().getName());
      request.response().setStatusCode(503).end();
    }
  }
}
