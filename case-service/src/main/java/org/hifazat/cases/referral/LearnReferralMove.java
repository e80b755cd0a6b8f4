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
  private static final String AGENCY = "target";
  private static final String WITHDRAWN = "cancelled";

  private final KnownReferrals referrals;
  private final OverdueReferrals overdue;
  private final ReferralStory story;

  LearnReferralMove(KnownReferrals referrals, OverdueReferrals overdue, ReferralStory story) {
    this.referrals = referrals;
    this.overdue = overdue;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record ReferralMoved(
      UUID referralId,
      UUID caseId,
      String to,
      @Nullable String by,
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
    Instant at = moved.at() == null ? event.time() : moved.at();
    referrals.moved(moved.referralId(), at, moved.outcomeCode(), event.aggregateVersion());
    overdue.moved(moved.caseId(), moved.referralId(), moved.to(), at);
    if (AGENCY.equals(moved.by()) && WITHDRAWN.equals(moved.to())) {
      overdue.withdrawn(moved.caseId(), moved.referralId(), at);
    }
    story.tell(
        moved.caseId(), moved.referralId(), "referral-moved", at, moved.to(), moved.outcomeCode());
  }
}
