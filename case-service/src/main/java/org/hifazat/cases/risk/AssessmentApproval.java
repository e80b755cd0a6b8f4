package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.approval.Approvable;
import org.hifazat.cases.approval.Fact;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.RiskLevel;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.task.OpenTasks;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.ProblemException;

/**
 * A supervisor approves the assessment the case's level stands on. What was answered stays with the
 * assessment itself; a newer assessment has to be approved again.
 */
@ApplicationScoped
class AssessmentApproval implements Approvable {
  private final OpenTasks openTasks;

  AssessmentApproval(OpenTasks openTasks) {
    this.openTasks = openTasks;
  }

  @Override
  public String kind() {
    return "assessment";
  }

  @Override
  public Set<Step> neededFor() {
    return Set.of(Step.PLAN);
  }

  @Override
  public Optional<UUID> current(CaseFile file) {
    return file.riskAssessmentId();
  }

  @Override
  public Submission submit(CaseFile file) {
    UUID assessment = file.riskAssessmentId().orElseThrow(AssessmentApproval::nothing);
    RiskLevel level = file.riskLevel().orElseThrow(AssessmentApproval::nothing);
    return new Submission(
        assessment,
        0,
        List.of(
            Fact.code("risk-level", level.label()),
            Fact.time("risk-set-at", file.riskSetAt().orElseThrow(AssessmentApproval::nothing))));
  }

  /** The comprehensive assessment was there when it was handed in, not when it was answered. */
  @Override
  public void decided(CaseFile file, Decision decision) {
    if (decision.approved()) {
      openTasks.met(file.id(), TaskKind.COMPREHENSIVE_ASSESSMENT, decision.requestedAt());
    }
  }

  private static ProblemException nothing() {
    return new ProblemException(CaseProblem.APPROVAL_NOTHING_TO_APPROVE);
  }
}
