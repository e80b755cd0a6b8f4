package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An agency was asked. */
@ApplicationScoped
class LearnReferral implements EventHandler<LearnReferral.ReferralRequested> {
  private final KnownReferrals referrals;
  private final ReferralStory story;

  LearnReferral(KnownReferrals referrals, ReferralStory story) {
    this.referrals = referrals;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralRequested(
      UUID referralId,
      UUID caseId,
      @Nullable String serviceCategory,
      @Nullable String priority,
      @Nullable Instant authoredAt) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-requested.v1";
  }

  @Override
  public Class<ReferralRequested> payload() {
    return ReferralRequested.class;
  }

  @Override
  public void handle(ReceivedEvent<ReferralRequested> event) {
    ReferralRequested requested = event.payload();
    referrals.learn(
        requested.referralId(), requested.caseId(), "requested", event.aggregateVersion());
    story.tell(
        requested.caseId(),
        requested.referralId(),
        "referral-requested",
        requested.authoredAt() == null ? event.time() : requested.authoredAt(),
        requested.serviceCategory(),
        requested.priority());
  }
}
