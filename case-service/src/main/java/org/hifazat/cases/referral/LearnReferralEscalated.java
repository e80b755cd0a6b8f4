package org.hifazat.cases.referral;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An agency's time is over: whoever has the case and the unit's supervisors have a task, and the
 * story says so. A reminder is the agency's alone; whoever is outside the directory nobody but the
 * unit can remind, by a new link.
 */
@ApplicationScoped
class LearnReferralEscalated implements EventHandler<LearnReferralEscalated.Escalated> {
  private static final String REMINDER = "reminder";
  private static final String SUPERVISOR = "supervisor";
  private static final String ENDED = "ended";

  private final OverdueReferrals overdue;
  private final ReferralStory story;

  LearnReferralEscalated(OverdueReferrals overdue, ReferralStory story) {
    this.overdue = overdue;
    this.story = story;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Escalated(
      UUID referralId,
      UUID caseId,
      String clock,
      String level,
      Instant dueAt,
      Instant at,
      @Nullable Boolean outsideDirectory) {}

  @Override
  public String type() {
    return "org.hifazat.referrals.referral-escalated.v1";
  }

  @Override
  public Class<Escalated> payload() {
    return Escalated.class;
  }

  @Override
  public void handle(ReceivedEvent<Escalated> event) {
    Escalated escalated = event.payload();
    if (escalated.level().equals(REMINDER)) {
      if (Boolean.TRUE.equals(escalated.outsideDirectory())) {
        overdue.begin(
            escalated.caseId(), escalated.referralId(), escalated.clock(), escalated.at());
      }
      return;
    }
    if (escalated.level().equals(SUPERVISOR)) {
      overdue.begin(
          escalated.caseId(), escalated.referralId(), escalated.clock(), escalated.dueAt());
    }
    if (escalated.level().equals(ENDED)) {
      overdue.lapsed(escalated.caseId(), escalated.referralId(), escalated.at());
    }
    story.tell(
        escalated.caseId(),
        escalated.referralId(),
        "referral-escalated",
        escalated.at(),
        escalated.clock(),
        escalated.level());
  }
}
