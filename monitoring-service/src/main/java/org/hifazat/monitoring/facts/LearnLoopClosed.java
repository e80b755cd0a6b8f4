package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** The sender told the family what came of a referral. */
@ApplicationScoped
class LearnLoopClosed implements EventHandler<LearnLoopClosed.ReferralLoopClosed> {
  private final ReferralFacts referrals;

  LearnLoopClosed(ReferralFacts referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralLoopClosed(UUID referralId, String districtCode, Instant at) {
    ReferralLoopClosed {
      Required.all(referralId, districtCode, at);
    }
  }

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-loop-closed.v1";
  }

  @Override
  public Class<ReferralLoopClosed> payload() {
    return ReferralLoopClosed.class;
  }

  @Override
  public void handle(ReceivedEvent<ReferralLoopClosed> event) {
    ReferralLoopClosed referral = event.payload();
    referrals.learn(
        new ReferralFacts.News(
            referral.referralId(),
            referral.districtCode(),
            null,
            null,
            Measure.LOOPS_CLOSED,
            referral.at(),
            false));
  }
}
