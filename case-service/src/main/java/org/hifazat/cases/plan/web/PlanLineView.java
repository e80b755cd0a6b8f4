package org.hifazat.cases.plan.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.plan.CasePlan;
import org.jspecify.annotations.Nullable;

/** An edition of a case's plan, without its words. */
public record PlanLineView(
    UUID id,
    int edition,
    String state,
    Instant draftedAt,
    UUID draftedBy,
    @Nullable Instant submittedAt,
    @Nullable Instant approvedAt,
    @Nullable UUID approvedBy) {

  static PlanLineView of(CasePlan plan) {
    return new PlanLineView(
        plan.id(),
        plan.edition(),
        plan.state(),
        plan.draftedAt(),
        plan.draftedBy(),
        plan.submittedAt().orElse(null),
        plan.approvedAt().orElse(null),
        plan.approvedBy().orElse(null));
  }
}
