package org.hifazat.platform.messaging;

import java.time.Instant;

/**
 * A fact to be told to the other services. Ids, codes, states and times only: nothing personal
 * travels.
 *
 * @param type CloudEvents type, {@code org.hifazat.<area>.<name>.v<major>}
 * @param aggregateType what changed, for example {@code case}
 * @param aggregateId its id; becomes the CloudEvents subject
 * @param aggregateVersion the version the aggregate has after the change, for consumers that keep
 *     only the newest state
 * @param key what is kept in order: the case id for everything of a case, else the aggregate's own
 *     id
 * @param occurredAt when it happened
 * @param payload a record that Jackson can write; at most 256 KiB as JSON
 */
public record OutboxEvent(
    String type,
    String aggregateType,
    String aggregateId,
    long aggregateVersion,
    String key,
    Instant occurredAt,
    Object payload) {}
