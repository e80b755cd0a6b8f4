package org.hifazat.assessment.completed;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** What all assessments of a case found, for what is read from them together. */
@ApplicationScoped
public class CaseResults {

  /** Nobody reads further back in one look. */
  private static final int MOST = 300;

  private final AssessmentRepository assessments;
  private final KnownCases cases;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;

  CaseResults(
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

  /**
   * A case's assessments.
   *
   * @param cases the case and those that went into it
   * @param assessments the one conducted last first
   */
  public record Found(List<UUID> cases, List<CompletedAssessment> assessments) {

    public Found {
      cases = List.copyOf(cases);
      assessments = List.copyOf(assessments);
    }
  }

  /**
   * Ruled on and audited as the operation; empty when the case is out of reach.
   *
   * @param purpose null for every purpose
   */
  @Transactional(MANDATORY)
  public Optional<Found> of(AssessmentOperation operation, UUID caseId, @Nullable String purpose) {
    AccessScope scope = AccessScope.of(callers.current());
    Optional<KnownCase> known = cases.find(scope, caseId);
    if (known.isEmpty()) {
      audit.refused(operation.name(), "case", caseId, "not-found");
      return Optional.empty();
    }
    access.require(operation, known.get().relationTo(scope), "case", caseId);
    audit.read(operation.name(), "case", caseId);
    List<UUID> history = cases.historyOf(caseId);
    return Optional.of(new Found(history, assessments.newest(scope, history, purpose, MOST)));
  }
}
