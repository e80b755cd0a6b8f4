package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** An agency was asked for a service. */
@ApplicationScoped
class LearnReferral implements EventHandler<LearnReferral.ReferralRequested> {
  private final ReferralFacts referrals;

  LearnReferral(ReferralFacts referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralRequested(
      UUID referralId,
      String districtCode,
      String serviceCategory,
      String priority,
      Instant authoredAt) {
    ReferralRequested {
      Required.all(referralId, districtCode, serviceCategory, priority, authoredAt);
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
    ReferralRequested referral = event.payload();
    referrals.learn(
        new ReferralFacts.News(
            referral.referralId(),
            referral.districtCode(),
            referral.serviceCategory(),
            referral.priority(),
            Measure.REFERRALS_REQUESTED,
            referral.authoredAt(),
            false));
  }
}
