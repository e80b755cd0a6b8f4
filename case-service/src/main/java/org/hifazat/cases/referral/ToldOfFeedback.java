package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** What happened to feedback after it was recorded: a line of the case's story, and no more. */
abstract class ToldOfFeedback implements EventHandler<ToldOfFeedback.Feedback> {
  private final ReferralStory story;
  private final String what;

  ToldOfFeedback(ReferralStory story, String what) {
    this.story = story;
    this.what = what;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Feedback(UUID referralId, UUID caseId, Instant at) {}

  @Override
  public final String type() {
    return "org.hifazat.referrals.service-" + what + ".v1";
  }

  @Override
  public final Class<Feedback> payload() {
    return Feedback.class;
  }

  @Override
  public final void handle(ReceivedEvent<Feedback> event) {
    Feedback feedback = event.payload();
    story.tell(feedback.caseId(), feedback.referralId(), what, feedback.at());
  }
}
