package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** An agency was asked. */
@ApplicationScoped
class LearnReferral implements EventHandler<LearnReferral.ReferralRequested> {
  private final KnownReferrals referrals;

  LearnReferral(KnownReferrals referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralRequested(UUID referralId, UUID caseId) {}

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
  }
}
