package org.hifazat.referral.knowncase;

import jakarta.enterprise.context.ApplicationScoped;
import org.hifazat.platform.messaging.EventHandler;
import org.hifazat.platform.messaging.ReceivedEvent;

/** Referrals of a merged case are followed up in the case that goes on. */
@ApplicationScoped
class LearnMerging implements EventHandler<CaseMerged> {
  private final KnownCases cases;

  LearnMerging(KnownCases cases) {
    this.cases = cases;
  }

  @Override
  public String type() {
    return "org.hifazat.cases.child-merged.v1";
  }

  @Override
  public Class<CaseMerged> payload() {
    return CaseMerged.class;
  }

  @Override
  public void handle(ReceivedEvent<CaseMerged> event) {
    cases.join(event.payload(), event.aggregateVersion());
  }
}
