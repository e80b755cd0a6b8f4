package org.hifazat.cases.plan.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.plan.CasePlan;
import org.hifazat.cases.plan.PlanReading;
import org.jspecify.annotations.Nullable;

/**
 * An edition of a case's plan, without its words.
 *
 * @param fromCase the number of the merged case it was made for; absent for the case's own
 */
public record PlanLineView(
    UUID id,
    int edition,
    String state,
    Instant draftedAt,
    UUID draftedBy,
    @Nullable Instant submittedAt,
    @Nullable Instant approvedAt,
    @Nullable UUID approvedBy,
    @Nullable String fromCase) {

  static PlanLineView of(CasePlan plan) {
    return of(new PlanReading.Line(plan, null));
  }

  static PlanLineView of(PlanReading.Line line) {
    CasePlan plan = line.plan();
    return new PlanLineView(
        plan.id(),
        plan.edition(),
        plan.state(),
        plan.draftedAt(),
        plan.draftedBy(),
        plan.submittedAt().orElse(null),
        plan.approvedAt().orElse(null),
        plan.approvedBy().orElse(null),
        line.fromCase());
  }
}
