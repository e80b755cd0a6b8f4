package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A row that was left out because its child seems to be known is looked at by a person: it is
 * another child, and why; or it is that one, and nothing is registered again.
 */
@ApplicationScoped
public class DecideRow {
  private final Session entities;
  private final PrepareImport preparing;
  private final Imports imports;
  private final RowJudge judge;
  private final CaseFiles cases;
  private final CodeLists codes;
  private final Timeline timeline;
  private final AuditLog audit;
  private final CallerContext callers;
  private final Clock clock;

  DecideRow(
      Session entities,
      PrepareImport preparing,
      Imports imports,
      RowJudge judge,
      CaseFiles cases,
      CodeLists codes,
      Timeline timeline,
      AuditLog audit,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.preparing = preparing;
    this.imports = imports;
    this.judge = judge;
    this.cases = cases;
    this.codes = codes;
    this.timeline = timeline;
    this.audit = audit;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param join whether it is the known child; another one else
   * @param reason needed for another one
   */
  public record Command(
      UUID importId, int row, boolean join, @Nullable String reason, long expectedVersion) {}

  @Transactional
  public CaseImport handle(Command command) {
    CaseImport one =
        preparing.inState(command.importId(), command.expectedVersion(), CaseImport.CHECKED);
    Imports.Line line =
        imports
            .row(one.id(), command.row())
            .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    if (!line.outcome().equals(RowOutcome.KNOWN)) {
      throw new ProblemException(CaseProblem.IMPORT_ROW_NOT_OPEN);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (command.join()) {
      join(one, line, now);
    } else {
      takeOver(one, line, command.reason(), now);
    }
    entities.flush();
    return one;
  }

  private void takeOver(CaseImport one, Imports.Line line, @Nullable String reason, Instant now) {
    // An entry is one case: what was taken over by its number before is not taken over again.
    if (!line.faults().equals(List.of(RowJudge.KNOWN))
        && !line.faults().equals(List.of(RowJudge.IN_FILE))) {
      throw new ProblemException(CaseProblem.IMPORT_ROW_NOT_OPEN);
    }
    if (reason == null) {
      throw new ProblemException(CaseProblem.CODE_UNKNOWN);
    }
    codes.require(
        KarachiTime.day(now), List.of(CodeLists.Use.of("import-decision-reason", reason)));
    imports.decided(
        one.id(),
        new RowOutcome(line.row(), RowOutcome.READY, line.faults(), line.caseNumber()),
        reason,
        staff(),
        now);
    one.insisted();
    audit.performed(
        CaseOperation.IMPORT_CASES.name(),
        "import",
        one.id(),
        "take-over",
        "row-" + line.row(),
        reason);
  }

  private void join(CaseImport one, Imports.Line line, Instant now) {
    String number = line.caseNumber();
    if (number == null || !line.faults().equals(List.of(RowJudge.KNOWN))) {
      throw new ProblemException(CaseProblem.IMPORT_ROW_NOT_OPEN);
    }
    Optional<CaseFile> known =
        cases.ofNumber(number).filter(file -> file.unitId().equals(one.unitId()));
    if (known.isEmpty()) {
      throw new ProblemException(CaseProblem.IMPORT_CASE_ELSEWHERE);
    }
    judge.remember(one.unitId(), entry(one, line.row()), number);
    imports.decided(
        one.id(),
        new RowOutcome(line.row(), RowOutcome.JOINED, List.of(), number),
        null,
        staff(),
        now);
    one.joinedOne();
    timeline.happened(known.get().id(), "register-entry-joined", now, null);
    audit.performed(
        CaseOperation.IMPORT_CASES.name(), "import", one.id(), "join", "row-" + line.row());
  }

  private RegisterEntry entry(CaseImport one, int row) {
    try {
      RegisterFile file = RegisterFile.read(imports.file(one.id()));
      RegisterEntry entry =
          RegisterEntry.of(file.row(row), KarachiTime.day(one.createdAt())).entry();
      if (entry != null) {
        return entry;
      }
    } catch (RegisterFile.Unreadable unreadable) {
      throw new IllegalStateException("a file that had been read", unreadable);
    }
    throw new ProblemException(CaseProblem.IMPORT_ROW_NOT_OPEN);
  }

  private UUID staff() {
    return callers.current().staffId().orElseThrow();
  }
}
