package org.hifazat.referral.webhook.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.hifazat.referral.webhook.ChangeEndpoint;

/**
 * @param overlapHours how long the present key signs beside the new one; 0 when it may have become
 *     known
 */
public record RotationRequest(
    @NotNull @Min(0) @Max(ChangeEndpoint.LONGEST_OVERLAP_HOURS) Integer overlapHours) {}
