package org.hifazat.platform.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A stored event with all that is needed to send it. */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying each payload would cost
record OutboxRow(
    long seq,
    String topic,
    UUID eventId,
    String key,
    String type,
    String aggregateType,
    String aggregateId,
    long aggregateVersion,
    Instant occurredAt,
    @Nullable String traceparent,
    byte[] payload) {}
