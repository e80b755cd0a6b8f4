package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
 * A supervisor approves the comprehensive assessment together with the level of risk. What was
 * answered stays with the assessments themselves; when either is newer it has to be approved again.
 * Of somebody who has come of age without one, the risk assessment alone.
 */
@ApplicationScoped
class AssessmentApproval implements Approvable {
  private final OpenTasks openTasks;
  private final ToldAssessments told;

  AssessmentApproval(OpenTasks openTasks, ToldAssessments told) {
    this.openTasks = openTasks;
    this.told = told;
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
    Optional<ToldAssessments.Told> whole = told.comprehensive(file);
    if (whole.isEmpty()) {
      return told.isOfAge(file) ? file.riskAssessmentId() : Optional.empty();
    }
    return newer(file, whole.get());
  }

  private static Optional<UUID> newer(CaseFile file, ToldAssessments.Told whole) {
    return file.riskSetAt().filter(whole.conductedAt()::isBefore).isPresent()
        ? file.riskAssessmentId()
        : Optional.of(whole.id());
  }

  @Override
  public Submission submit(CaseFile file) {
    UUID current = current(file).orElseThrow(AssessmentApproval::nothing);
    RiskLevel level = file.riskLevel().orElseThrow(AssessmentApproval::nothing);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.code("risk-level", level.label()));
    facts.add(Fact.time("risk-set-at", file.riskSetAt().orElseThrow(AssessmentApproval::nothing)));
    told.comprehensive(file)
        .ifPresent(whole -> facts.add(Fact.time("comprehensive-at", whole.conductedAt())));
    return new Submission(current, 0, facts);
  }

  /** What somebody read before the child was assessed again says nothing of the child of today. */
  @Override
  public boolean isOvertaken(CaseFile file, UUID subjectId) {
    return current(file).filter(newest -> !newest.equals(subjectId)).isPresent();
  }

  /** Whoever decides on it has taken notice of the risk. */
  @Override
  public void decided(CaseFile file, Decision decision) {
    openTasks.met(file.id(), TaskKind.SUPERVISOR_NOTICE, decision.at());
  }

  private static ProblemException nothing() {
    return new ProblemException(CaseProblem.APPROVAL_NOTHING_TO_APPROVE);
  }
}
