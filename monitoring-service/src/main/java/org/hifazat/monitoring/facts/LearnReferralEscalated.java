package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** An agency's time is over, or over twice; that half of it is gone counts nowhere. */
@ApplicationScoped
class LearnReferralEscalated implements EventHandler<LearnReferralEscalated.ReferralEscalated> {
  private static final String SUPERVISOR = "supervisor";
  private static final String COMMISSION = "commission";

  private final ReferralFacts referrals;

  LearnReferralEscalated(ReferralFacts referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralEscalated(UUID referralId, String districtCode, String level, Instant at) {
    ReferralEscalated {
      Required.all(referralId, districtCode, level, at);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-escalated.v1";
  }

  @Override
  public Class<ReferralEscalated> payload() {
    return ReferralEscalated.class;
  }

  @Override
  public void handle(ReceivedEvent<ReferralEscalated> event) {
    ReferralEscalated referral = event.payload();
    boolean twice = referral.level().equals(COMMISSION);
    if (twice || referral.level().equals(SUPERVISOR)) {
      referrals.overdue(referral.referralId(), referral.districtCode(), twice, referral.at());
    }
  }
}
