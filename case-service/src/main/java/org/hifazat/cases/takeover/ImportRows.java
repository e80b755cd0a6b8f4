package org.hifazat.cases.takeover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.OpenCase;
import org.hifazat.cases.caseload.Caseload;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.cases.matching.ChildMarker;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** Takes rows by turns: judges them, or registers them by the rules of every registration. */
@ApplicationScoped
class ImportRows {

  private final Imports imports;
  private final RowJudge judge;
  private final ChildMarker marker;
  private final OpenCase opening;
  private final Caseloads caseloads;
  private final CallerContext callers;
  private final EarlierRegister earlier;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  ImportRows(
      Imports imports,
      RowJudge judge,
      ChildMarker marker,
      OpenCase opening,
      Caseloads caseloads,
      CallerContext callers,
      EarlierRegister earlier,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.imports = imports;
    this.judge = judge;
    this.marker = marker;
    this.opening = opening;
    this.caseloads = caseloads;
    this.callers = callers;
    this.earlier = earlier;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A file as it came, with what was done of it before.
   *
   * @param standing rows that the later ones are compared with
   * @param taken numbers of the cases that were made of it
   */
  record Read(RegisterFile file, List<Integer> standing, List<String> taken) {}

  /** Nothing when no row of it can be read. */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Read> read(CaseImport one) {
    try {
      RegisterFile file = RegisterFile.read(imports.file(one.id()));
      if (file.size() == 0) {
        throw new RegisterFile.Unreadable("no-rows");
      }
      one.knowsRows(file.size());
      boolean checking = one.state().equals(CaseImport.CHECKING);
      return Optional.of(
          new Read(
              file,
              checking ? imports.standing(one.id()) : List.of(),
              checking ? List.of() : imports.takenNumbers(one.id())));
    } catch (RegisterFile.Unreadable unreadable) {
      one.refuse(unreadable.code(), clock.instant());
      imports.forget(one.id());
      return Optional.empty();
    }
  }

  /** Marks are made for every row, which takes its time: outside any transaction. */
  OpenFile open(Read read, LocalDate today) {
    OpenFile file = OpenFile.of(read.file(), today, marker);
    read.standing().forEach(file::stands);
    read.taken().forEach(file::took);
    return file;
  }

  /** Judges the next rows; whether there are more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean check(CaseImport one, OpenFile file, int most) {
    int end = Math.min(one.nextRow() + most, file.size() + 1);
    List<Integer> next = IntStream.range(one.nextRow(), end).boxed().toList();
    RowJudge.Batch batch = judge.batch(one, file, next);
    for (int row : next) {
      RowOutcome outcome = batch.check(row);
      imports.note(one.id(), outcome);
      one.found(outcome.outcome());
    }
    one.goOnAt(end);
    if (end <= file.size()) {
      return true;
    }
    one.finish(clock.instant());
    return false;
  }

  /** Registers the next rows that are ready; whether there are more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean takeOver(CaseImport one, OpenFile file, int most) {
    List<Integer> next = imports.ready(one.id(), one.nextRow(), most);
    if (next.isEmpty()) {
      one.finish(clock.instant());
      imports.forget(one.id());
      audit.performed("IMPORT_CASES", "import", one.id(), "done", "rows-" + one.takenOver());
      return false;
    }
    RowJudge.Batch batch = judge.batch(one, file, next);
    Set<Integer> insisted = imports.insisted(one.id(), next);
    Map<UUID, Integer> room = new HashMap<>();
    UUID importer = callers.current().staffId().orElseThrow();
    for (int row : next) {
      RowOutcome outcome =
          switch (batch.again(row, insisted.contains(row))) {
            case RowJudge.Verdict.Out(RowOutcome out) -> out;
            case RowJudge.Verdict.In(RegisterEntry entry, RowOutcome ready) -> {
              UUID owner = entry.owner() == null ? importer : entry.owner();
              boolean fits = entry.isClosed() || room.computeIfAbsent(owner, this::room) > 0;
              RowOutcome registered = registered(one, file, row, entry, fits);
              if (!entry.isClosed() && registered.outcome().equals(RowOutcome.TAKEN_OVER)) {
                room.merge(owner, -1, Integer::sum);
              }
              yield registered;
            }
          };
      imports.note(one.id(), outcome);
      if (outcome.outcome().equals(RowOutcome.TAKEN_OVER)) {
        one.tookOver();
      } else {
        one.foundLate(outcome.outcome());
      }
      one.goOnAt(row + 1);
    }
    return true;
  }

  /** Leaves the next row out; whether there may be more. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean skip(@Nullable CaseImport one) {
    if (one == null) {
      return false;
    }
    boolean checking = one.state().equals(CaseImport.CHECKING);
    List<Integer> ready =
        checking ? List.of(one.nextRow()) : imports.ready(one.id(), one.nextRow(), 1);
    if (ready.isEmpty()) {
      return false;
    }
    int row = ready.getFirst();
    imports.note(one.id(), RowOutcome.faulty(row, List.of("row:not-possible")));
    if (checking) {
      one.found(RowOutcome.FAULTY);
    } else {
      one.foundLate(RowOutcome.FAULTY);
    }
    one.goOnAt(row + 1);
    return true;
  }

  /** How many more cases somebody may have; the others wait for an owner. */
  private int room(UUID staff) {
    Caseload load = caseloads.of(staff, KarachiTime.day(clock.instant()));
    return load.reasonAt() - load.open();
  }

  private RowOutcome registered(
      CaseImport one, OpenFile file, int row, RegisterEntry entry, boolean room) {
    Instant now = clock.instant();
    OpenCase.Result result =
        opening.takeOver(
            new OpenCase.Command(
                ids.next(),
                null,
                one.unitId(),
                entry.district(),
                entry.child(),
                entry.phone(),
                entry.cnic(),
                entry.concerns(),
                entry.openedOn().atStartOfDay(KarachiTime.ZONE).toInstant()),
            now,
            room ? OpenCase.WhoOwns.OPENER : OpenCase.WhoOwns.NOBODY_YET,
            entry.owner());
    return switch (result) {
      case OpenCase.Result.BornInTheFuture future ->
          RowOutcome.faulty(row, List.of("birth_date:out-of-range"));
      case OpenCase.Result.NotUnder18 adult -> RowOutcome.faulty(row, List.of("row:not-a-child"));
      case OpenCase.Result.Opened(var opened) -> {
        earlier.comesAlong(opened, entry, now);
        judge.remember(one.unitId(), entry, opened.number());
        file.took(opened.number());
        yield RowOutcome.takenOver(row, opened.number());
      }
    };
  }
}
