package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A child or a caregiver said how a service was. Harm they told of comes by itself ({@link
 * LearnHarm}); events of before that say it here, and are not lost when they are read late.
 */
@ApplicationScoped
class LearnFeedback implements EventHandler<LearnFeedback.Feedback> {
  private final HarmAtService harm;
  private final ReferralStory story;

  LearnFeedback(HarmAtService harm, ReferralStory story) {
    this.harm = harm;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Feedback(
      UUID referralId, UUID caseId, String speaker, @Nullable Boolean tellsOfHarm, Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.service-feedback-recorded.v1";
  }

  @Override
  public Class<Feedback> payload() {
    return Feedback.class;
  }

  @Override
  public void handle(ReceivedEvent<Feedback> event) {
    Feedback feedback = event.payload();
    story.tell(
        feedback.caseId(),
        feedback.referralId(),
        "feedback-recorded",
        feedback.at(),
        feedback.speaker());
    if (Boolean.TRUE.equals(feedback.tellsOfHarm())) {
      harm.told(feedback.caseId(), feedback.referralId(), feedback.speaker(), feedback.at());
    }
  }
}
