package org.hifazat.cases.safety.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.safety.SafetyPlan;
import org.hifazat.cases.safety.SafetyPlanContent;
import org.hifazat.cases.safety.SafetyPlans;
import org.jspecify.annotations.Nullable;

/** An edition of a case's safety plan. */
public record SafetyPlanView(
    UUID id,
    int edition,
    String state,
    String dangers,
    String childDoes,
    String adultsDo,
    List<SafePersonView> people,
    List<String> places,
    String childSays,
    String caregiverSays,
    @Nullable String reason,
    @Nullable String riskLevel,
    @Nullable LocalDate reviewOn,
    Instant happenedAt,
    UUID recordedBy,
    Instant recordedAt) {

  public record SafePersonView(String name, @Nullable String relation, @Nullable String reach) {}

  static SafetyPlanView of(SafetyPlans.Whole whole) {
    SafetyPlan plan = whole.plan();
    SafetyPlanContent content = whole.content();
    return new SafetyPlanView(
        plan.id(),
        plan.edition(),
        plan.state(),
        content.dangers(),
        content.childDoes(),
        content.adultsDo(),
        content.people().stream()
            .map(one -> new SafePersonView(one.name(), one.relation(), one.reach()))
            .toList(),
        content.places(),
        content.childSays(),
        content.caregiverSays(),
        content.reason(),
        plan.riskLevel().orElse(null),
        plan.reviewOn().orElse(null),
        plan.madeAt(),
        plan.recordedBy(),
        plan.recordedAt());
  }
}
