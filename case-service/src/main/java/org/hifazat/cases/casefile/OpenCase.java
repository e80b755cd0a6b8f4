package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.caseload.Caseloads;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.child.RegisterChild;
import org.hifazat.cases.directory.KnownDirectory;
import org.hifazat.cases.task.ScheduleTask;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.cases.timeline.Timeline;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.security.CallerContext;
import org.jspecify.annotations.Nullable;

/** Registers the child, opens the case and starts the clock of the first assessment. */
@ApplicationScoped
public class OpenCase {
  private final CaseFileRepository files;
  private final CaseNumbers numbers;
  private final RegisterChild registration;
  private final ScheduleTask schedule;
  private final KnownDirectory directory;
  private final Caseloads caseloads;
  private final Timeline timeline;
  private final Outbox outbox;
  private final CallerContext callers;
  private final Clock clock;

  OpenCase(
      CaseFileRepository files,
      CaseNumbers numbers,
      RegisterChild registration,
      ScheduleTask schedule,
      KnownDirectory directory,
      Caseloads caseloads,
      Timeline timeline,
      Outbox outbox,
      CallerContext callers,
      Clock clock) {
    this.files = files;
    this.numbers = numbers;
    this.registration = registration;
    this.schedule = schedule;
    this.directory = directory;
    this.caseloads = caseloads;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param caseId chosen beforehand, so that the report can name it
   * @param phone a number the family can be found by
   * @param cnic identity number of the child or a parent
   * @param openedAt when the unit took the child on
   */
  public record Command(
      UUID caseId,
      @Nullable UUID concernReportId,
      UUID unitId,
      String districtCode,
      ChildParticulars child,
      @Nullable String phone,
      @Nullable String cnic,
      List<String> concerns,
      Instant openedAt) {}

  /** Whose the case is from the beginning. */
  public enum WhoOwns {
    /** Who opens it, when they may own cases and have room; else a supervisor stands in. */
    OPENER,
    /** Somebody has to be found. */
    NOBODY_YET
  }

  /** What may come of it. */
  public sealed interface Result {
    record Opened(CaseFile file) implements Result {}

    record BornInTheFuture() implements Result {}

    record NotUnder18() implements Result {}
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Result handle(Command command) {
    return handle(command, command.openedAt(), WhoOwns.OPENER, null);
  }

  /**
   * A case that was kept elsewhere until now.
   *
   * @param clocksFrom when its deadlines begin: what was due in another register is not late here
   * @param ownership whether whoever is to have it has room for it, or it waits for an owner
   * @param named who is to have it and may; null for whoever takes it over
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Result takeOver(
      Command command, Instant clocksFrom, WhoOwns ownership, @Nullable UUID named) {
    return handle(command, clocksFrom, ownership, named);
  }

  private Result handle(
      Command command, Instant clocksFrom, WhoOwns ownership, @Nullable UUID named) {
    LocalDate day = KarachiTime.day(command.openedAt());
    return switch (registration.handle(command.child(), command.phone(), command.cnic(), day)) {
      case RegisterChild.Result.BornInTheFuture future -> new Result.BornInTheFuture();
      case RegisterChild.Result.NotUnder18 adult -> new Result.NotUnder18();
      case RegisterChild.Result.Registered(Child child) ->
          new Result.Opened(open(command, child, clocksFrom, ownership, named));
    };
  }

  private CaseFile open(
      Command command, Child child, Instant clocksFrom, WhoOwns ownership, @Nullable UUID named) {
    UUID staff = callers.current().staffId().orElseThrow();
    LocalDate day = KarachiTime.day(command.openedAt());
    boolean given = named != null && ownership == WhoOwns.OPENER;
    UUID owner = given ? named : owner(staff, command.unitId(), ownership);
    CaseFile file =
        CaseFile.opened(
            command.caseId(),
            numbers.next(command.openedAt()),
            child.id(),
            command,
            owner,
            clock.instant());
    files.persistAndFlush(file);
    int years = AgeBand.years(command.child().age().birthDate(), child.birthYear(), day);
    outbox.append(CaseEvents.opened(file, child.sex(), AgeBand.ofYears(years).label()));
    timeline.happened(file.id(), "case-opened", file.openedAt(), null);
    schedule.handle(task(file, TaskKind.INITIAL_ASSESSMENT, clocksFrom));
    schedule.handle(task(file, TaskKind.COMPREHENSIVE_ASSESSMENT, clocksFrom));
    schedule.handle(task(file, TaskKind.CASE_PLAN, clocksFrom));
    if (!given && !staff.equals(owner)) {
      schedule.handle(task(file, TaskKind.OWNERSHIP_NEEDED, clocksFrom));
    }
    return file;
  }

  /**
   * Whoever has too many cases already opens this one all the same, and the supervisor answers for
   * it until it has an owner: a report is never turned away, and the limits bind who is given it.
   * Where nobody can stand in, it is theirs: a case nobody answers for is worse than one too many.
   */
  private @Nullable UUID owner(UUID staff, UUID unit, WhoOwns ownership) {
    LocalDate today = KarachiTime.day(clock.instant());
    return switch (ownership) {
      case NOBODY_YET -> null;
      case OPENER ->
          switch (directory.ownerOfCaseOpenedBy(staff, unit, today)) {
            case KnownDirectory.Ownership.Own(UUID own) ->
                caseloads.beforeOneMore(own, today).hasRoom()
                    ? own
                    : directory.standInFor(own, unit, today, Optional.empty()).orElse(own);
            case KnownDirectory.Ownership.Another(var another) -> another;
          };
    };
  }

  private static ScheduleTask.Command task(CaseFile file, String kind, Instant from) {
    return new ScheduleTask.Command(
        file.id(),
        file.unitId(),
        file.districtCode(),
        file.ownerId().orElse(null),
        kind,
        null,
        from);
  }
}
