package org.hifazat.assessment.completed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reading assessments. Every read is within the caller's reach, ruled on and audited. */
@ApplicationScoped
public class AssessmentQueries {

  private static final String ASSESSMENT = "assessment";

  private final AssessmentRepository assessments;
  private final KnownCases cases;
  private final Access access;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Cursors cursors;
  private final FieldCipher cipher;

  AssessmentQueries(
      AssessmentRepository assessments,
      KnownCases cases,
      Access access,
      CallerContext callers,
      AuditLog audit,
      Cursors cursors,
      FieldCipher cipher) {
    this.assessments = assessments;
    this.cases = cases;
    this.access = access;
    this.callers = callers;
    this.audit = audit;
    this.cursors = cursors;
    this.cipher = cipher;
  }

  /**
   * The case's assessments and those of cases that went into it, the one conducted last first;
   * empty when the case is out of reach.
   *
   * @param cursor as given by the page before
   * @param limit 1 to 100, null means 20
   */
  @Transactional
  public Optional<Page<CompletedAssessment>> ofCase(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    AssessmentOperation operation = AssessmentOperation.LIST_ASSESSMENTS;
    AccessScope scope = AccessScope.of(callers.current());
    int rows = Page.limit(limit);
    String list = "assessments:" + caseId;
    var after = cursors.verify(list, cursor);
    Optional<KnownCase> known = cases.find(scope, caseId);
    if (known.isEmpty()) {
      audit.refused(operation.name(), "case", caseId, "not-found");
      return Optional.empty();
    }
    access.require(operation, known.get().relationTo(scope), "case", caseId);
    audit.read(operation.name(), "case", caseId);
    return Optional.of(
        Page.cut(
            assessments.ofCase(scope, cases.historyOf(caseId), after, rows),
            rows,
            last -> cursors.sign(list, last.conductedAt(), last.id())));
  }

  /** The assessment's result; empty when absent or out of reach. */
  @Transactional
  public Optional<CompletedAssessment> find(UUID id) {
    return reach(AssessmentOperation.READ_ASSESSMENT, id);
  }

  /**
   * The answers as they counted, as XML; empty when absent or out of reach.
   *
   * @throws ProblemException not-found when the child's data was erased
   */
  @Transactional
  public Optional<String> answers(UUID id) {
    Optional<CompletedAssessment> found = reach(AssessmentOperation.READ_ASSESSMENT_ANSWERS, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    UUID subject = found.get().caseId();
    Optional<byte[]> stored = assessments.answers(AccessScope.of(callers.current()), id);
    try {
      return stored.map(cipherText -> cipher.decrypt(subject, Assessment.ANSWERS, id, cipherText));
    } catch (ErasedSubjectException erased) {
      audit.refused(AssessmentOperation.READ_ASSESSMENT_ANSWERS.name(), ASSESSMENT, id, "erased");
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
  }

  private Optional<CompletedAssessment> reach(AssessmentOperation operation, UUID id) {
    AccessScope scope = AccessScope.of(callers.current());
    Optional<CompletedAssessment> found = assessments.find(scope, id);
    if (found.isEmpty()) {
      audit.refused(operation.name(), ASSESSMENT, id, "not-found");
      return found;
    }
    UUID caseId = found.get().caseId();
    KnownCase known =
        cases
            .find(scope, caseId)
            .orElseThrow(() -> new IllegalStateException("An assessment without its case"));
    access.require(operation, known.relationTo(scope), ASSESSMENT, id);
    audit.read(operation.name(), ASSESSMENT, id, "case:" + caseId);
    return found;
  }
}
