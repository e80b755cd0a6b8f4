package org.hifazat.monitoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.monitoring.Required;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/** A referral went on; being accepted and being completed are counted. */
@ApplicationScoped
class LearnReferralMove implements EventHandler<LearnReferralMove.ReferralMoved> {
  private final ReferralFacts referrals;

  LearnReferralMove(ReferralFacts referrals) {
    this.referrals = referrals;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralMoved(UUID referralId, String districtCode, String to, Instant at) {
    ReferralMoved {
      Required.all(referralId, districtCode, to, at);
    }

    @Nullable Measure reached() {
      return switch (to) {
        case "accepted" -> Measure.REFERRALS_ACCEPTED;
        case "completed" -> Measure.REFERRALS_COMPLETED;
        default -> null;
      };
    }
  }

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
    ReferralMoved referral = event.payload();
    referrals.learn(
        new ReferralFacts.News(
            referral.referralId(),
            referral.districtCode(),
            null,
            null,
            referral.reached(),
            referral.at(),
            referral.to().equals("entered-in-error")));
  }
}
