package org.hifazat.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.assignment.StandIn;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.lifecycle.Gates;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;

/**
 * Begins the next episode of a closed case under the same number. Somebody says why; nothing else
 * ever reopens a case.
 */
@ApplicationScoped
public class ReopenCase {
  private final Session entities;
  private final CaseFiles files;
  private final CodeLists codes;
  private final ClosureWords words;
  private final Gates gates;
  private final Steps steps;
  private final StandIn standIns;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  ReopenCase(
      Session entities,
      CaseFiles files,
      CodeLists codes,
      ClosureWords words,
      Gates gates,
      Steps steps,
      StandIn standIns,
      Relations relations,
      Access access,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.files = files;
    this.codes = codes;
    this.words = words;
    this.gates = gates;
    this.steps = steps;
    this.standIns = standIns;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param expectedVersion of the case, from If-Match
   * @param reason code of reopening-reason
   * @param explanation in words
   */
  public record Command(
      UUID caseId, long expectedVersion, Instant happenedAt, String reason, String explanation) {}

  /**
   * @throws ProblemException not-found, forbidden, stale, case-not-closed, in-the-future,
   *     before-last-step, code-unknown or step-blocked
   */
  @Transactional
  public CaseFile handle(Command command) {
    CaseFile file =
        files
            .withinReach(command.caseId())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.REOPEN_CASE, relations.to(file), "case", file.id());
    Preconditions.check(command.expectedVersion(), file.version());
    steps.refuseImpossible(file, Step.REOPEN, command.happenedAt());
    List<CodeLists.Use> uses = List.of(CodeLists.Use.of("reopening-reason", command.reason()));
    if (!codes.listsWithInvalidCodes(KarachiTime.day(command.happenedAt()), uses).isEmpty()) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    Gates.refuse(gates.before(file, Step.REOPEN));
    Optional<StandIn.Needed> standIn = standIns.neededFor(file);
    steps.take(file, Step.REOPEN, command.happenedAt(), command.reason(), false);
    standIn.ifPresent(needed -> standIns.takeOver(file, needed, command.happenedAt()));
    UUID id = ids.next();
    entities.persist(
        CaseReopening.of(
            id,
            file,
            command.reason(),
            words.reopening(file.childId(), id, command.explanation()),
            callers.current().staffId().orElseThrow(),
            clock.instant()));
    audit.performed(CaseOperation.REOPEN_CASE.name(), "case", file.id(), command.reason());
    return file;
  }
}
