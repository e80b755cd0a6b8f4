package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** The unit answered what an agency sent back or proposed. */
@ApplicationScoped
class LearnReturnAnswered implements EventHandler<LearnReturnAnswered.Answered> {
  private final KnownReferrals referrals;
  private final ReferralTasks tasks;
  private final ReferralStory story;

  LearnReturnAnswered(KnownReferrals referrals, ReferralTasks tasks, ReferralStory story) {
    this.referrals = referrals;
    this.tasks = tasks;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answered(UUID returnId, UUID referralId, UUID caseId, String answer, Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-return-answered.v1";
  }

  @Override
  public Class<Answered> payload() {
    return Answered.class;
  }

  @Override
  public void handle(ReceivedEvent<Answered> event) {
    Answered answered = event.payload();
    referrals.returned(answered.returnId(), answered.referralId(), answered.caseId(), true);
    if (!referrals.awaitsAnswer(answered.referralId())) {
      tasks.met(
          answered.caseId(), answered.referralId(), TaskKind.REFERRAL_RETURNED, answered.at());
    }
    story.tell(
        answered.caseId(),
        answered.referralId(),
        "referral-return-answered",
        answered.at(),
        answered.answer());
  }
}
