package org.hifazat.cases.plan.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casework.web.ActionRequest;
import org.hifazat.cases.plan.PlanContent;
import org.jspecify.annotations.Nullable;

/** A plan as a whole; what is left out is taken out of it. */
public record PlanRequest(
    @NotNull @Valid @Size(max = 10) List<@NotNull @Valid ProblemRequest> problems,
    @Nullable @Valid AgreementRequest child,
    @Nullable @Valid AgreementRequest caregiver) {

  /**
   * @param id made by the client, as those of goals and actions
   */
  public record ProblemRequest(
      @NotNull UUID id,
      @NotBlank @Size(max = 1000) String text,
      @NotNull @Valid @Size(max = 5) List<@NotNull @Valid GoalRequest> goals) {}

  public record GoalRequest(
      @NotNull UUID id,
      @NotBlank @Size(max = 1000) String text,
      @NotNull @Valid @Size(max = 10) List<@NotNull @Valid ActionRequest> actions) {}

  /**
   * @param reason needed unless agreed
   */
  public record AgreementRequest(
      @NotNull @Pattern(regexp = "agreed|not-agreed|not-asked") String decision,
      @Nullable @Size(min = 1, max = 1000) String reason,
      @NotNull Instant happenedAt) {

    PlanContent.Agreement toAgreement() {
      return new PlanContent.Agreement(decision, reason, happenedAt);
    }
  }

  PlanContent toContent() {
    return new PlanContent(
        problems.stream()
            .map(
                problem ->
                    new PlanContent.Problem(
                        problem.id(),
                        problem.text(),
                        problem.goals().stream().map(PlanRequest::goal).toList()))
            .toList(),
        child == null ? null : child.toAgreement(),
        caregiver == null ? null : caregiver.toAgreement());
  }

  private static PlanContent.Goal goal(GoalRequest goal) {
    return new PlanContent.Goal(
        goal.id(), goal.text(), goal.actions().stream().map(ActionRequest::toAction).toList());
  }
}
