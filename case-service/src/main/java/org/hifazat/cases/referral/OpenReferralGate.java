package org.hifazat.cases.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** No case ends while an agency still works for the child. */
@ApplicationScoped
class OpenReferralGate implements Gate {
  private final KnownReferrals referrals;

  OpenReferralGate(KnownReferrals referrals) {
    this.referrals = referrals;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return referrals.open(file.id()).stream()
        .map(id -> Blocker.overridable("open-referral", id))
        .toList();
  }
}
