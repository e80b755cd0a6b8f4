package org.hifazat.cases.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;

/** What other features ask of the plan a case follows today. */
@ApplicationScoped
public class PlanInForce {
  private final CasePlans plans;
  private final PlanWords words;

  PlanInForce(CasePlans plans, PlanWords words) {
    this.plans = plans;
    this.words = words;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> id(UUID caseId) {
    return plans.inForce(caseId).map(CasePlan::id);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public boolean hasAction(CaseFile file, UUID action) {
    return plans
        .inForce(file.id())
        .filter(
            plan ->
                words.open(file.childId(), plan).actions().anyMatch(one -> one.id().equals(action)))
        .isPresent();
  }
}
