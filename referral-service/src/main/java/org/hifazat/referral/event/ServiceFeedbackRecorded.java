package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** A child or a caregiver said how a service was; no word of what they said. */
public record ServiceFeedbackRecorded(
    UUID feedbackId,
    UUID referralId,
    UUID caseId,
    String districtCode,
    UUID agencyId,
    String serviceCategory,
    String speaker,
    int rating,
    Instant at) {
  public static final String TYPE = "org.hifazat.referrals.service-feedback-recorded.v1";
}
