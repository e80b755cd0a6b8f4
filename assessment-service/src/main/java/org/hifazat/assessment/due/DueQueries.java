package org.hifazat.assessment.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.assessment.access.AccessScope;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.knowncase.KnownCase;
import org.hifazat.assessment.knowncase.KnownCases;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;

/** What is due in a case. */
@ApplicationScoped
public class DueQueries {

  private static final String OPEN =
      """
      select d.id, d.purpose, p.step, p.risk_level, p.after_contact, d.started_at, d.due_at
        from assessment_due d join due_policy p on p.id = d.policy_id
       where d.case_id = ?1 and d.state = 'open'
       order by d.due_at, d.id
      """;

  private final Session database;
  private final KnownCases cases;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  DueQueries(
      Session database, KnownCases cases, Access access, AuditLog audit, CallerContext callers) {
    this.database = database;
    this.cases = cases;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /** The most urgent first; empty when the case is out of reach. */
  @Transactional
  public Optional<List<DueAssessment>> ofCase(UUID caseId) {
    AssessmentOperation operation = AssessmentOperation.LIST_DUE_ASSESSMENTS;
    AccessScope scope = AccessScope.of(callers.current());
    Optional<KnownCase> known = cases.find(scope, caseId);
    if (known.isEmpty()) {
      audit.refused(operation.name(), "case", caseId, "not-found");
      return Optional.empty();
    }
    access.require(operation, known.get().relationTo(scope), "case", caseId);
    audit.read(operation.name(), "case", caseId);
    return Optional.of(
        database
            .createNativeQuery(OPEN, Object[].class)
            .addScalar("id", UUID.class)
            .addScalar("purpose", String.class)
            .addScalar("step", String.class)
            .addScalar("risk_level", String.class)
            .addScalar("after_contact", Boolean.class)
            .addScalar("started_at", Instant.class)
            .addScalar("due_at", Instant.class)
            .setParameter(1, caseId)
            .getResultStream()
            .map(
                row ->
                    new DueAssessment(
                        (UUID) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Boolean) row[4],
                        (Instant) row[5],
                        (Instant) row[6]))
            .toList());
  }
}
