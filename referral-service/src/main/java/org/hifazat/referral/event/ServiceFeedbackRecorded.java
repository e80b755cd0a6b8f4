package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child or a caregiver said how a service was; no word of what they said.
 *
 * @param agencyId whose service it was
 * @param outsideDirectory true where that is no agency but somebody whom consent names
 */
public record ServiceFeedbackRecorded(
    UUID feedbackId,
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID agencyId,
    String serviceCategory,
    String speaker,
    int rating,
    Instant at,
    @Nullable Boolean outsideDirectory) {
  public static final String TYPE = "org.hifazat.referrals.service-feedback-recorded.v1";
}
