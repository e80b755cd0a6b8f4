package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** One side wrote to the other: what an agency writes is the owner's to read and to answer. */
@ApplicationScoped
class LearnMessage implements EventHandler<LearnMessage.Written> {
  private static final String AGENCY = "target";

  private final ReferralTasks tasks;
  private final ReferralStory story;

  LearnMessage(ReferralTasks tasks, ReferralStory story) {
    this.tasks = tasks;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Written(UUID referralId, UUID caseId, String by, Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-message-added.v1";
  }

  @Override
  public Class<Written> payload() {
    return Written.class;
  }

  @Override
  public void handle(ReceivedEvent<Written> event) {
    Written written = event.payload();
    if (written.by().equals(AGENCY)) {
      tasks.ofOwner(
          written.caseId(), written.referralId(), TaskKind.REFERRAL_MESSAGE, written.at());
      story.tell(written.caseId(), written.referralId(), "referral-message-added", written.at());
    } else {
      tasks.met(written.caseId(), written.referralId(), TaskKind.REFERRAL_MESSAGE, written.at());
    }
  }
}
