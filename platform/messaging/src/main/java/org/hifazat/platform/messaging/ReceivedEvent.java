package org.hifazat.platform.messaging;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as a handler sees it.
 *
 * @param id the event's id; the same on every delivery
 * @param subject id of the aggregate that changed
 * @param aggregateVersion its version after the change; 0 when the sender gave none
 * @param time when it happened
 */
public record ReceivedEvent<T>(
    UUID id, String type, String subject, long aggregateVersion, Instant time, T payload) {}
