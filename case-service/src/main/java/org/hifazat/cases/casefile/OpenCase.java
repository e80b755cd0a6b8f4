package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.KarachiTime;
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
      Timeline timeline,
      Outbox outbox,
      CallerContext callers,
      Clock clock) {
    this.files = files;
    this.numbers = numbers;
    this.registration = registration;
    this.schedule = schedule;
    this.directory = directory;
    this.timeline = timeline;
    this.outbox = outbox;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * @param caseId chosen beforehand, so that the report can name it
   * @param phone a number the family can be found by; only its keyed hash is kept
   * @param cnic identity number; only its keyed hash is kept
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

  /** What may come of it. */
  public sealed interface Result {
    record Opened(CaseFile file) implements Result {}

    record BornInTheFuture() implements Result {}

    record NotUnder18() implements Result {}
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Result handle(Command command) {
    return handle(command, command.openedAt());
  }

  /**
   * A case that was kept elsewhere until now.
   *
   * @param clocksFrom when its deadlines begin: what was due in another register is not late here
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Result takeOver(Command command, Instant clocksFrom) {
    return handle(command, clocksFrom);
  }

  private Result handle(Command command, Instant clocksFrom) {
    LocalDate day = KarachiTime.day(command.openedAt());
    return switch (registration.handle(command.child(), command.phone(), command.cnic(), day)) {
      case RegisterChild.Result.BornInTheFuture future -> new Result.BornInTheFuture();
      case RegisterChild.Result.NotUnder18 adult -> new Result.NotUnder18();
      case RegisterChild.Result.Registered(Child child) ->
          new Result.Opened(open(command, child, clocksFrom));
    };
  }

  private CaseFile open(Command command, Child child, Instant clocksFrom) {
    UUID staff = callers.current().staffId().orElseThrow();
    LocalDate day = KarachiTime.day(command.openedAt());
    UUID owner =
        switch (directory.ownerOfCaseOpenedBy(
            staff, command.unitId(), KarachiTime.day(clock.instant()))) {
          case KnownDirectory.Ownership.Own(UUID own) -> own;
          case KnownDirectory.Ownership.Another(var another) -> another;
        };
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
    if (!staff.equals(owner)) {
      schedule.handle(task(file, TaskKind.OWNERSHIP_NEEDED, clocksFrom));
    }
    return file;
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
