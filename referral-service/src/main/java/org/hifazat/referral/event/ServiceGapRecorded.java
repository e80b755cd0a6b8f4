package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service that was needed could not be had; of no case and no child. */
public record ServiceGapRecorded(
    UUID gapId,
    UUID unitId,
    String districtCode,
    String serviceCategory,
    @Nullable UUID serviceId,
    String reason,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.service-gap-recorded.v1";
}
