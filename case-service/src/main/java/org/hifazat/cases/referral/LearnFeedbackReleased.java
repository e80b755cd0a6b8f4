package org.hifazat.cases.referral;

import jakarta.inject.Singleton;

/** The agency may read what was said of its service. */
@Singleton
class LearnFeedbackReleased extends ToldOfFeedback {
  LearnFeedbackReleased(ReferralStory story) {
    super(story, "feedback-released");
  }
}
