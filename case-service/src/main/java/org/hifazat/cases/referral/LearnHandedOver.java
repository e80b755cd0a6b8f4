package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/**
 * Whom the owner chose at the agency has the referral no more. Where it waits for anybody there
 * again, the owner asks who takes it.
 */
@ApplicationScoped
class LearnHandedOver implements EventHandler<LearnHandedOver.HandedOver> {
  private final ReferralTasks tasks;
  private final ReferralStory story;

  LearnHandedOver(ReferralTasks tasks, ReferralStory story) {
    this.tasks = tasks;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record HandedOver(UUID referralId, UUID caseId, String why, boolean toQueue, Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-handed-over.v1";
  }

  @Override
  public Class<HandedOver> payload() {
    return HandedOver.class;
  }

  @Override
  public void handle(ReceivedEvent<HandedOver> event) {
    HandedOver handed = event.payload();
    if (handed.toQueue()) {
      tasks.ofOwner(
          handed.caseId(), handed.referralId(), TaskKind.REFERRAL_HANDED_OVER, handed.at());
    }
    story.tell(
        handed.caseId(), handed.referralId(), "referral-handed-over", handed.at(), handed.why());
  }
}
