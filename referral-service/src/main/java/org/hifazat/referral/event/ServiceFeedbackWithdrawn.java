package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** Feedback that an agency could read was taken back; not why. */
public record ServiceFeedbackWithdrawn(
    UUID feedbackId, UUID referralId, UUID caseId, String districtCode, UUID agencyId, Instant at) {
  public static final String TYPE = "org.hifazat.referrals.service-feedback-withdrawn.v1";
}
