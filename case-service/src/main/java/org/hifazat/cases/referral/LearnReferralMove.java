package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** A referral came into another state. */
@ApplicationScoped
class LearnReferralMove implements EventHandler<LearnReferralMove.ReferralMoved> {
  private final KnownReferrals referrals;
  private final ReferralStory story;

  LearnReferralMove(KnownReferrals referrals, ReferralStory story) {
    this.referrals = referrals;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralMoved(
      UUID referralId,
      UUID caseId,
      String to,
      @Nullable String outcomeCode,
      @Nullable Instant at) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-moved.v1";
  }

  @Override
  public Class<ReferralMoved> payload() {
    return ReferralMoved.class;
  }

  @Override
  public void handle(ReceivedEvent<ReferralMoved> event) {
    ReferralMoved moved = event.payload();
    referrals.learn(moved.referralId(), moved.caseId(), moved.to(), event.aggregateVersion());
    story.tell(
        moved.caseId(),
        moved.referralId(),
        "referral-moved",
        moved.at() == null ? event.time() : moved.at(),
        moved.to(),
        moved.outcomeCode());
  }
}
