package org.hifazat.platform.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.security.Checkpoint;
import org.hifazat.platform.security.CheckpointPublisher;

/** Publishes signed audit checkpoints, so that a cut tail of the trail shows elsewhere. */
@ApplicationScoped
class AuditCheckpoints implements CheckpointPublisher {
  static final String TOPIC = "hifazat.audit.v1";

  private final Outbox outbox;

  AuditCheckpoints(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public void publish(Checkpoint checkpoint) {
    outbox.append(
        TOPIC,
        new OutboxEvent(
            "org.hifazat.audit.checkpoint-signed.v1",
            "audit-trail",
            checkpoint.origin(),
            checkpoint.position(),
            checkpoint.origin(),
            checkpoint.signedAt(),
            checkpoint));
  }
}
