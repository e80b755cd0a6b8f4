package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/** A step waits for the approvals it needs: {@code <kind>-not-approved}. */
@ApplicationScoped
class ApprovalGate implements Gate {
  private final Approvables kinds;
  private final ApprovalQueries approvals;

  ApprovalGate(Approvables kinds, ApprovalQueries approvals) {
    this.kinds = kinds;
    this.approvals = approvals;
  }

  @Override
  public Set<Step> guards() {
    Set<Step> steps = EnumSet.noneOf(Step.class);
    kinds.all().forEach(kind -> steps.addAll(kind.neededFor()));
    return steps;
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    List<Blocker> blockers = new ArrayList<>();
    for (Approvable kind : kinds.all()) {
      if (kind.neededFor().contains(step) && !approved(file, kind)) {
        blockers.add(Blocker.firm(kind.kind() + "-not-approved"));
      }
    }
    return blockers;
  }

  private boolean approved(CaseFile file, Approvable kind) {
    return kind.current(file)
        .filter((UUID subject) -> approvals.isApproved(file, kind.kind(), subject))
        .isPresent();
  }
}
