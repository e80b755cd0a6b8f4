package org.hifazat.cases.legal;

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
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Plans dates before a court or committee as tasks, and records how they went. */
@ApplicationScoped
public class Hearings {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_LEGAL;
  private static final String HELD = "held";

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final LegalFile legal;
  private final LegalDesk standing;
  private final Deeds deeds;

  Hearings(
      CaseDesk desk,
      Recorder recorder,
      CaseClocks clocks,
      SealedWords words,
      LegalFile legal,
      LegalDesk standing,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.clocks = clocks;
    this.words = words;
    this.legal = legal;
    this.standing = standing;
    this.deeds = deeds;
  }

  /**
   * @param purpose a code of list hearing-purpose
   * @param note where it is, who comes, what to bring
   */
  public record Plan(
      UUID caseId,
      @Nullable UUID matterId,
      String purpose,
      Instant plannedFor,
      @Nullable String note) {}

  /**
   * @param result held, adjourned or cancelled
   * @param childAttended for a hearing that was held
   * @param next the date it was put off to, or the next one the court named
   */
  public record Outcome(
      String result,
      Instant happenedAt,
      @Nullable Boolean childAttended,
      @Nullable String note,
      @Nullable Instant next) {

    boolean isWhole() {
      return result.equals(HELD) == (childAttended != null);
    }
  }

  /** What was planned, or planned before by the same request. */
  public record Planned(Created created, LegalFile.Date date) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-past, code-unknown, matter-unknown, or
   *     one of idempotent creation
   */
  @Transactional
  public Planned plan(Plan plan, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, plan.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            "PLAN_HEARING",
            plan,
            "/v1/hearings/",
            entry -> {
              recorder.requireCodes(
                  entry.at(), CodeLists.Use.of("hearing-purpose", plan.purpose()));
              legal.requireMatter(file, plan.matterId());
              return keep(file, plan, entry);
            });
    return new Planned(created, legal.open(file, recorder.find(Hearing.class, created.id())));
  }

  private UUID keep(CaseFile file, Plan plan, Recorder.Entry entry) {
    if (plan.plannedFor().isBefore(entry.at())) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    Hearing hearing =
        Hearing.planned(
            entry, plan, words.seal(file.childId(), LegalFile.HEARING, entry.id(), plan.note()));
    recorder.keep(hearing);
    clocks.agree(
        file,
        file.ownerId().orElse(null),
        TaskKind.HEARING,
        hearing.id(),
        entry.at(),
        plan.plannedFor());
    deeds.done(deed(file, hearing, "hearing-planned", entry.at(), plan.purpose()));
    return hearing.id();
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, unprocessable,
   *     ended-already, in-the-past for the next date
   */
  @Transactional
  public LegalFile.Date went(UUID id, Outcome outcome, long expectedVersion) {
    Hearing hearing = recorder.find(Hearing.class, id);
    CaseFile file =
        standing.toChange(
            new LegalDesk.Standing(hearing.caseId(), hearing.version(), expectedVersion),
            outcome.happenedAt());
    if (!outcome.isWhole()) {
      throw new ProblemException(CaseProblem.ATTENDANCE_OF_HELD);
    }
    if (!hearing.went(
        outcome,
        words.seal(file.childId(), LegalFile.HEARING_OUTCOME, hearing.id(), outcome.note()))) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    if (outcome.result().equals(HELD)) {
      clocks.met(file, TaskKind.HEARING, hearing.id(), outcome.happenedAt());
    } else {
      clocks.drop(file, TaskKind.HEARING, hearing.id());
    }
    deeds.done(
        deed(
            file, hearing, "hearing-" + outcome.result(), outcome.happenedAt(), hearing.purpose()));
    Instant next = outcome.next();
    if (next != null) {
      keep(
          file,
          new Plan(file.id(), hearing.matterId().orElse(null), hearing.purpose(), next, null),
          recorder.entry());
    }
    return legal.open(file, hearing);
  }

  private static Deed deed(CaseFile file, Hearing hearing, String kind, Instant at, String code) {
    return new Deed(
        file, OPERATION, kind, at, "hearing", hearing.id(), hearing.version(), List.of(code));
  }
}
