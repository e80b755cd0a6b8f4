package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Warning;

/** Nobody closes a case whose child should have been seen by now. */
@ApplicationScoped
class FollowUpGate implements Gate, CaseWarnings {
  private static final String OVERDUE = "overdue-follow-up";

  private final FollowUps followUps;
  private final Clock clock;

  FollowUpGate(FollowUps followUps, Clock clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return overdue(file).stream().map(one -> Blocker.overridable(OVERDUE, one.id())).toList();
  }

  @Override
  public List<Warning> of(CaseFile file) {
    return overdue(file).stream().map(one -> new Warning(OVERDUE, true, one.id())).toList();
  }

  /** The one that is overdue longest. */
  private List<FollowUp> overdue(CaseFile file) {
    Instant now = clock.instant();
    return followUps.planned(file.id()).stream()
        .filter(one -> one.plannedFor().orElseThrow().isBefore(now))
        .limit(1)
        .toList();
  }
}
