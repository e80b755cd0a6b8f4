package org.hifazat.cases.plan.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casework.web.ActionView;
import org.hifazat.cases.plan.CasePlan;
import org.hifazat.cases.plan.PlanContent;
import org.hifazat.cases.plan.PlanReading;
import org.jspecify.annotations.Nullable;

/** One edition of a case's plan in full. */
public record PlanView(
    UUID id,
    UUID caseId,
    int edition,
    String state,
    Instant draftedAt,
    UUID draftedBy,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant approvedAt,
    @Nullable UUID approvedBy,
    List<ProblemView> problems,
    @Nullable AgreementView child,
    @Nullable AgreementView caregiver) {

  public record ProblemView(UUID id, String text, List<GoalView> goals) {}

  /**
   * @param progress oldest first, over all editions
   */
  public record GoalView(
      UUID id, String text, List<ProgressView> progress, List<ActionView> actions) {}

  public record ProgressView(
      String level,
      Instant happenedAt,
      @Nullable String note,
      UUID recordedBy,
      Instant recordedAt) {}

  public record AgreementView(String decision, @Nullable String reason, Instant happenedAt) {}

  static PlanView of(PlanReading.Whole whole, Instant now) {
    CasePlan plan = whole.plan();
    return new PlanView(
        plan.id(),
        plan.caseId(),
        plan.edition(),
        plan.state(),
        plan.draftedAt(),
        plan.draftedBy(),
        plan.changedAt(),
        plan.submittedAt().orElse(null),
        plan.approvedAt().orElse(null),
        plan.approvedBy().orElse(null),
        whole.content().problems().stream()
            .map(
                problem ->
                    new ProblemView(
                        problem.id(),
                        problem.words(),
                        problem.goals().stream().map(goal -> goal(goal, whole, now)).toList()))
            .toList(),
        agreement(whole.content().child()),
        agreement(whole.content().caregiver()));
  }

  private static GoalView goal(PlanContent.Goal goal, PlanReading.Whole whole, Instant now) {
    return new GoalView(
        goal.id(),
        goal.words(),
        whole.progress().stream()
            .filter(one -> one.goalId().equals(goal.id()))
            .map(
                one ->
                    new ProgressView(
                        one.level(),
                        one.happenedAt(),
                        one.note(),
                        one.recordedBy(),
                        one.recordedAt()))
            .toList(),
        goal.actions().stream()
            .map(action -> ActionView.of(action, whole.tasks(), whole.notes(), now))
            .toList());
  }

  private static @Nullable AgreementView agreement(PlanContent.@Nullable Agreement agreement) {
    return agreement == null
        ? null
        : new AgreementView(agreement.decision(), agreement.reason(), agreement.at());
  }
}
