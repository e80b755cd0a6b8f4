package org.hifazat.referral.requests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was meant for one person of the agency went on.
 *
 * @param why left (they left the agency) or handed-over
 * @param by agency, commission (who keeps the agency's people) or platform
 * @param to what whom it went to was called; absent for the queue
 */
public record HandedOver(
    Instant at, String why, String by, @Nullable String to, @Nullable String reason) {}
