package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;

/** Hands out a case to whoever may work on it. */
@ApplicationScoped
public class CaseDesk {
  private final CaseFiles files;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final Clock clock;

  CaseDesk(CaseFiles files, Relations relations, Access access, AuditLog audit, Clock clock) {
    this.files = files;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found; forbidden comes from the rules
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public CaseFile toRead(CaseOperation operation, UUID caseId, String part) {
    CaseFile file = reachable(operation, caseId);
    audit.read(operation.name(), "case", caseId, part);
    return file;
  }

  /**
   * @throws ProblemException not-found or case-closed; forbidden comes from the rules
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public CaseFile toChange(CaseOperation operation, UUID caseId) {
    CaseFile file = reachable(operation, caseId);
    files.hold(file);
    Gates.requireOpen(file);
    return file;
  }

  /**
   * Where what is asked for says nothing of the case, and the case may have ended meanwhile.
   *
   * @throws ProblemException not-found; forbidden comes from the rules
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void requireReach(CaseOperation operation, UUID caseId) {
    reachable(operation, caseId);
  }

  /**
   * @throws ProblemException in-the-future, or before-the-case
   */
  public void requirePossible(CaseFile file, Instant happenedAt) {
    if (happenedAt.isAfter(clock.instant())) {
      throw new ProblemException(CaseProblem.IN_THE_FUTURE);
    }
    if (happenedAt.isBefore(file.openedAt())) {
      throw new ProblemException(CaseProblem.BEFORE_THE_CASE);
    }
  }

  private CaseFile reachable(CaseOperation operation, UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(operation, relations.to(operation, file), "case", caseId);
    return file;
  }
}
