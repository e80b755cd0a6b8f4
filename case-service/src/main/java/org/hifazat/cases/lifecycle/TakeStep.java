package org.hifazat.cases.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/** Takes a case one step on, when every gate is open. */
@ApplicationScoped
public class TakeStep {
  private final CaseFiles files;
  private final Relations relations;
  private final Access access;
  private final Gates gates;
  private final Steps steps;
  private final AuditLog audit;

  TakeStep(
      CaseFiles files,
      Relations relations,
      Access access,
      Gates gates,
      Steps steps,
      AuditLog audit) {
    this.files = files;
    this.relations = relations;
    this.access = access;
    this.gates = gates;
    this.steps = steps;
    this.audit = audit;
  }

  /**
   * @param expectedVersion of the case, from If-Match
   * @param step any but CLOSE and REOPEN, which have words of their own
   */
  public record Command(UUID caseId, long expectedVersion, Step step, Instant happenedAt) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, case-closed, step-not-from-here,
   *     in-the-future, before-last-step or step-blocked with the code of each blocker
   */
  @Transactional
  public CaseFile handle(Command command) {
    CaseFile file =
        files
            .withinReach(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.TAKE_STEP, relations.to(file), "case", file.id());
    files.hold(file);
    Preconditions.check(command.expectedVersion(), file.version());
    steps.refuseImpossible(file, command.step(), command.happenedAt());
    Gates.refuse(gates.before(file, command.step()));
    steps.take(file, command.step(), command.happenedAt(), null, false);
    audit.performed(
        CaseOperation.TAKE_STEP.name(), "case", file.id(), command.step().label(), file.state());
    return file;
  }
}
