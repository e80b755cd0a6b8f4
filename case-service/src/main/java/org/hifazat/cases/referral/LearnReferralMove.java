package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** A referral came into another state. */
@ApplicationScoped
class LearnReferralMove implements EventHandler<LearnReferralMove.ReferralMoved> {
  private final KnownReferrals referrals;

  LearnReferralMove(KnownReferrals referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralMoved(UUID referralId, UUID caseId, String to) {}

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
  }
}
