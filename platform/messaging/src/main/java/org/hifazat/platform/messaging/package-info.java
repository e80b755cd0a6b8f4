/**
 * Events out (outbox, relay) and in (deliveries, inbox, dead letters), over Kafka and PostgreSQL.
 */
@NullMarked
package org.hifazat.platform.messaging;

import org.jspecify.annotations.NullMarked;
