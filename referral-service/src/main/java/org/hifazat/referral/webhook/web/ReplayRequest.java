package org.hifazat.referral.webhook.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * @param since when messages were recorded, or later
 * @param failedOnly leaves out what was delivered; true when left out
 */
public record ReplayRequest(@NotNull Instant since, @Nullable Boolean failedOnly) {
  boolean withoutDelivered() {
    return failedOnly == null || failedOnly;
  }
}
