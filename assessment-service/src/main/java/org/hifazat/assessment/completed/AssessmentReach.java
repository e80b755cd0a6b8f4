package org.hifazat.assessment.completed;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** An assessment within the caller's reach, ruled on. */
@ApplicationScoped
public class AssessmentReach {

  private static final String ASSESSMENT = "assessment";

  private final AssessmentRepository assessments;
  private final KnownCases cases;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;

  AssessmentReach(
      AssessmentRepository assessments,
      KnownCases cases,
      Access access,
      CallerContext callers,
      AuditLog audit) {
    this.assessments = assessments;
    this.cases = cases;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
  }

  /** An assessment and its case. */
  public record Found(CompletedAssessment assessment, KnownCase known) {}

  /** Empty, and the attempt recorded, when it is absent or out of reach. */
  @Transactional(MANDATORY)
  public Optional<Found> find(AssessmentOperation operation, UUID id) {
    AccessScope scope = AccessScope.of(callers.current());
    Optional<CompletedAssessment> assessment = assessments.find(scope, id);
    if (assessment.isEmpty()) {
      audit.refused(operation.name(), ASSESSMENT, id, "not-found");
      return Optional.empty();
    }
    KnownCase known =
        cases
            .find(scope, assessment.get().caseId())
            .orElseThrow(() -> new IllegalStateException("An assessment without its case"));
    access.require(operation, relation(assessment.get(), known, scope), ASSESSMENT, id);
    return Optional.of(new Found(assessment.get(), known));
  }

  /**
   * @throws ProblemException not-found when it is absent or out of reach
   */
  @Transactional(MANDATORY)
  public Found require(AssessmentOperation operation, UUID id) {
    return find(operation, id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  /** What was conducted under somebody's supervision is theirs, too. */
  private static Relation relation(
      CompletedAssessment assessment, KnownCase known, AccessScope scope) {
    return scope.staff().equals(assessment.supervisedBy()) ? Relation.OWN : known.relationTo(scope);
  }
}
