package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An agency sends the child back, or proposes another service: the owner answers. */
@ApplicationScoped
class LearnReturn implements EventHandler<LearnReturn.Returned> {
  private final KnownReferrals referrals;
  private final ReferralTasks tasks;
  private final ReferralStory story;

  LearnReturn(KnownReferrals referrals, ReferralTasks tasks, ReferralStory story) {
    this.referrals = referrals;
    this.tasks = tasks;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Returned(
      UUID returnId,
      UUID referralId,
      UUID caseId,
      String kind,
      @Nullable String serviceCategory,
      Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-returned.v1";
  }

  @Override
  public Class<Returned> payload() {
    return Returned.class;
  }

  @Override
  public void handle(ReceivedEvent<Returned> event) {
    Returned returned = event.payload();
    referrals.returned(returned.returnId(), returned.referralId(), returned.caseId(), false);
    if (referrals.awaitsAnswer(returned.referralId())) {
      tasks.ofOwner(
          returned.caseId(), returned.referralId(), TaskKind.REFERRAL_RETURNED, returned.at());
    }
    story.tell(
        returned.caseId(),
        returned.referralId(),
        "referral-returned",
        returned.at(),
        returned.kind(),
        returned.serviceCategory());
  }
}
