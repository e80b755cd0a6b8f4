package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** An agency was asked, or somebody whom consent names and no directory has. */
@ApplicationScoped
class LearnReferral implements EventHandler<LearnReferral.ReferralRequested> {
  private final KnownReferrals referrals;
  private final ReferredActions actions;
  private final ReferralStory story;

  LearnReferral(KnownReferrals referrals, ReferredActions actions, ReferralStory story) {
    this.referrals = referrals;
    this.actions = actions;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralRequested(
      UUID referralId,
      UUID caseId,
      @Nullable UUID agencyId,
      @Nullable String serviceCategory,
      @Nullable String priority,
      @Nullable Instant authoredAt,
      @Nullable UUID actionId,
      @Nullable Boolean outsideDirectory) {

    /** None where whoever was asked is outside the directory. */
    private @Nullable UUID agency() {
      return Boolean.TRUE.equals(outsideDirectory) ? null : agencyId;
    }
  }

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
    Instant at = requested.authoredAt() == null ? event.time() : requested.authoredAt();
    referrals.asked(
        requested.referralId(),
        new KnownReferrals.Asked(
            requested.serviceCategory(), requested.priority(), requested.agency(), at));
    UUID action = requested.actionId();
    if (action != null) {
      actions.asked(requested.caseId(), requested.referralId(), action);
    }
    story.tell(
        requested.caseId(),
        requested.referralId(),
        "referral-requested",
        at,
        requested.serviceCategory(),
        requested.priority());
  }
}
