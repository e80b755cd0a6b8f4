package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.ChildFound;
import org.hifazat.cases.event.ChildMissing;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A child is missing, police and the alert authority are told, the child is found. The clock of
 * telling them runs from when the unit came to know (ZARRA Act 2020).
 */
@ApplicationScoped
public class ReportMissing {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_MISSING;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseClocks clocks;
  private final MissingTimes times;
  private final SealedWords words;
  private final Deeds deeds;

  ReportMissing(
      CaseDesk desk,
      Recorder recorder,
      CaseClocks clocks,
      MissingTimes times,
      SealedWords words,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.clocks = clocks;
    this.times = times;
    this.words = words;
    this.deeds = deeds;
  }

  /**
   * @param learnedAt when the unit came to know
   */
  public record Command(
      UUID caseId, Instant missingSince, Instant learnedAt, MissingTimes.Words words) {}

  /** What was recorded, or recorded before by the same request. */
  public record Recorded(Created created, MissingTimes.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, learned-before-missing,
   *     missing-already, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            OPERATION.name(),
            command,
            "/v1/missing-reports/",
            entry -> report(file, command, entry));
    return new Recorded(created, times.open(file, recorder.find(MissingChild.class, created.id())));
  }

  private UUID report(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.learnedAt());
    if (command.learnedAt().isBefore(command.missingSince())) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
    MissingChild missing =
        MissingChild.reported(
            entry,
            command,
            words.sealDocument(file.childId(), MissingTimes.WORDS, entry.id(), command.words()));
    recorder.keepTheOnly(missing, CaseProblem.MISSING_ALREADY);
    clocks.start(file, TaskKind.ZARRA_NOTIFICATION, missing.id(), command.learnedAt());
    deeds.done(
        deed(file, missing, "child-missing", missing.missingSince(), List.of()),
        ChildMissing.TYPE,
        new ChildMissing(
            file.id(),
            file.districtCode(),
            file.unitId(),
            missing.missingSince(),
            missing.learnedAt(),
            missing.recordedAt()));
    return missing.id();
  }

  /**
   * Police and the alert authority were told.
   *
   * @param number under which they keep it
   * @throws ProblemException not-found, case-closed, stale, in-the-future, told-already
   */
  @Transactional
  public MissingTimes.Whole told(
      UUID id, Instant at, @Nullable String number, long expectedVersion) {
    MissingChild missing = recorder.find(MissingChild.class, id);
    CaseFile file = toChange(missing, at, expectedVersion);
    if (!missing.told(at, words.seal(file.childId(), MissingTimes.TOLD, id, number))) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    clocks.met(file, TaskKind.ZARRA_NOTIFICATION, id, at);
    deeds.done(deed(file, missing, "missing-child-told", at, List.of()));
    return times.open(file, missing);
  }

  /**
   * @param how a code of list found-how
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown,
   *     ended-already
   */
  @Transactional
  public MissingTimes.Whole found(
      UUID id, String how, Instant at, @Nullable String note, long expectedVersion) {
    MissingChild missing = recorder.find(MissingChild.class, id);
    CaseFile file = toChange(missing, at, expectedVersion);
    recorder.requireCodes(recorder.now(), CodeLists.Use.of("found-how", how));
    if (!missing.found(how, at, words.seal(file.childId(), MissingTimes.FOUND, id, note))) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    clocks.drop(file, TaskKind.ZARRA_NOTIFICATION, id);
    deeds.done(
        deed(file, missing, "child-found", at, List.of(how)),
        ChildFound.TYPE,
        new ChildFound(file.id(), file.districtCode(), file.unitId(), how, at, recorder.now()));
    return times.open(file, missing);
  }

  private CaseFile toChange(MissingChild missing, Instant at, long expectedVersion) {
    CaseFile file = desk.toChange(OPERATION, missing.caseId());
    Preconditions.check(expectedVersion, missing.version());
    recorder.requirePast(at);
    if (at.isBefore(missing.missingSince())) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
    return file;
  }

  private static Deed deed(
      CaseFile file, MissingChild missing, String kind, Instant at, List<String> codes) {
    return new Deed(
        file, OPERATION, kind, at, "missing-child", missing.id(), missing.version(), codes);
  }
}
