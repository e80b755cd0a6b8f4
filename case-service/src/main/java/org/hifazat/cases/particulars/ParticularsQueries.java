package org.hifazat.cases.particulars;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;

/** All that is known of the child of a case. */
@ApplicationScoped
public class ParticularsQueries {
  private final ReachCase reach;
  private final ChildDetails details;
  private final AuditLog audit;

  ParticularsQueries(ReachCase reach, ChildDetails details, AuditLog audit) {
    this.reach = reach;
    this.details = details;
    this.audit = audit;
  }

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public KnownChild ofCase(UUID caseId) {
    Child child = reach.to(CaseOperation.VIEW_CHILD, caseId).child();
    audit.read(CaseOperation.VIEW_CHILD.name(), "case", caseId);
    return new KnownChild(
        child.id(), child.version(), details.open(child), details.openBackground(child));
  }
}
