package org.hifazat.referral.event;

import java.time.Instant;
import java.util.UUID;

/** The agency may read what a child or a caregiver said of its service. */
public record ServiceFeedbackReleased(
    UUID feedbackId, UUID referralId, UUID caseId, String districtCode, UUID agencyId, Instant at) {
  public static final String TYPE = "org.hifazat.referrals.service-feedback-released.v1";
}
