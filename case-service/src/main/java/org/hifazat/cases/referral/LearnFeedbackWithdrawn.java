package org.hifazat.cases.referral;

import jakarta.inject.Singleton;

/** The agency reads no longer what was said of its service. */
@Singleton
class LearnFeedbackWithdrawn extends ToldOfFeedback {
  LearnFeedbackWithdrawn(ReferralStory story) {
    super(story, "feedback-withdrawn");
  }
}
