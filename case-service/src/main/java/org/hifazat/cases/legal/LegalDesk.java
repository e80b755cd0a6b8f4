package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Hands out the case of a matter, an order or a hearing that is to be changed. */
@ApplicationScoped
class LegalDesk {
  private final CaseDesk desk;
  private final Recorder recorder;

  LegalDesk(CaseDesk desk, Recorder recorder) {
    this.desk = desk;
    this.recorder = recorder;
  }

  /** What is to be changed, as it stands and as whoever changes it has read it. */
  record Standing(UUID caseId, long version, long expectedVersion) {}

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CaseFile toChange(Standing standing, Instant at) {
    CaseFile file = desk.toChange(CaseOperation.RECORD_LEGAL, standing.caseId());
    Preconditions.check(standing.expectedVersion(), standing.version());
    recorder.requirePast(at);
    return file;
  }

  /**
   * @param began what ends is not over before
   * @param how it ends: a code
   * @throws ProblemException as {@link #toChange}; code-unknown, period-ends-before-it-begins
   */
  @Transactional(Transactional.TxType.MANDATORY)
  CaseFile toEnd(Standing standing, Instant began, Instant at, CodeLists.Use how) {
    CaseFile file = toChange(standing, at);
    recorder.requireCodes(recorder.now(), how);
    if (at.isBefore(began)) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
    return file;
  }
}
