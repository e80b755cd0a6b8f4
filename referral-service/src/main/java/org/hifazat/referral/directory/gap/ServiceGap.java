package org.hifazat.referral.directory.gap;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service that was needed and could not be had.
 *
 * @param serviceId the one that was tried; null when there is none
 */
public record ServiceGap(
    UUID id,
    UUID unitId,
    String category,
    String districtCode,
    @Nullable UUID serviceId,
    String reason,
    Instant happenedAt) {}
