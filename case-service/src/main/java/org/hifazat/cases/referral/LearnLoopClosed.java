package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** The family was told what came of a referral. */
@ApplicationScoped
class LearnLoopClosed implements EventHandler<LearnLoopClosed.LoopClosed> {
  private final KnownReferrals referrals;
  private final OverdueReferrals overdue;
  private final ReferredActions actions;
  private final ReferralStory story;

  LearnLoopClosed(
      KnownReferrals referrals,
      OverdueReferrals overdue,
      ReferredActions actions,
      ReferralStory story) {
    this.referrals = referrals;
    this.overdue = overdue;
    this.actions = actions;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record LoopClosed(UUID referralId, UUID caseId, @Nullable Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-loop-closed.v1";
  }

  @Override
  public Class<LoopClosed> payload() {
    return LoopClosed.class;
  }

  @Override
  public void handle(ReceivedEvent<LoopClosed> event) {
    LoopClosed closed = event.payload();
    Instant at = closed.at() == null ? event.time() : closed.at();
    referrals.told(closed.referralId(), at);
    overdue.told(closed.caseId(), closed.referralId(), at);
    actions.loopClosed(closed.caseId(), closed.referralId(), at);
    story.tell(closed.caseId(), closed.referralId(), "referral-loop-closed", at);
  }
}
