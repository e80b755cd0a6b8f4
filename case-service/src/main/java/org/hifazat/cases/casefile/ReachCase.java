package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** The way to a case that somebody wants to read or change: within reach and allowed, or not. */
@ApplicationScoped
public class ReachCase {
  private final CaseFiles files;
  private final Relations relations;
  private final Access access;

  ReachCase(CaseFiles files, Relations relations, Access access) {
    this.files = files;
    this.relations = relations;
    this.access = access;
  }

  /**
   * @throws ProblemException not-found when absent or out of reach
   * @throws org.hifazat.platform.security.RefusedException forbidden, and kept in the audit trail
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public CaseFiles.WithChild to(CaseOperation operation, UUID caseId) {
    CaseFiles.WithChild found =
        files.withChild(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    CaseFile file = found.file();
    access.require(operation, relations.to(operation, file), "case", caseId);
    return found;
  }
}
