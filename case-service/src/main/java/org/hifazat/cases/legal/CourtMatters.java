package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.EpisodeBegun;
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

/** Records that a court took cognizance, and what it decided; the time it may take is policy. */
@ApplicationScoped
public class CourtMatters {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_LEGAL;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final LegalFile legal;
  private final LegalDesk standing;
  private final Deeds deeds;

  CourtMatters(
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
   * @param kind a code of list court-matter
   */
  public record Command(UUID caseId, String kind, Instant cognizanceAt, MatterWords words) {}

  /** What was recorded, or recorded before by the same request. */
  public record Recorded(Created created, LegalFile.Matter matter) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, code-unknown, or one of
   *     idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            "BEGIN_COURT_MATTER",
            command,
            "/v1/court-matters/",
            entry -> begin(file, command, entry));
    return new Recorded(created, legal.open(file, recorder.find(CourtMatter.class, created.id())));
  }

  private UUID begin(CaseFile file, Command command, Recorder.Entry entry) {
    Instant cognizance = command.cognizanceAt();
    recorder.requirePast(cognizance);
    recorder.requireCodes(entry.at(), CodeLists.Use.of("court-matter", command.kind()));
    CourtMatter matter =
        CourtMatter.begun(
            entry,
            file.id(),
            command.kind(),
            cognizance,
            clocks.latest(file, TaskKind.COURT_DECISION, cognizance).orElse(null),
            words.sealDocument(file.childId(), LegalFile.MATTER, entry.id(), command.words()));
    recorder.keep(matter);
    clocks.start(file, TaskKind.COURT_DECISION, matter.id(), cognizance);
    deeds.done(deed(file, matter, "court-matter-begun", cognizance, command.kind()));
    return matter.id();
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown,
   *     decided-already, decided-before-cognizance
   */
  @Transactional
  public LegalFile.Matter decide(UUID id, String outcome, Instant at, long expectedVersion) {
    CourtMatter matter = recorder.find(CourtMatter.class, id);
    CaseFile file =
        standing.toEnd(
            new LegalDesk.Standing(matter.caseId(), matter.version(), expectedVersion),
            matter.cognizanceAt(),
            at,
            CodeLists.Use.of("matter-outcome", outcome));
    if (!matter.decide(outcome, at)) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    clocks.met(file, TaskKind.COURT_DECISION, matter.id(), at);
    deeds.done(deed(file, matter, "court-matter-decided", at, outcome));
    return legal.open(file, matter);
  }

  /** A court's time runs whether the case was open or not. */
  void whenReopened(@Observes EpisodeBegun again) {
    legal
        .undecided(again.file())
        .forEach(
            matter ->
                clocks.start(
                    again.file(), TaskKind.COURT_DECISION, matter.id(), matter.cognizanceAt()));
  }

  private static Deed deed(
      CaseFile file, CourtMatter matter, String kind, Instant at, String code) {
    return new Deed(
        file, OPERATION, kind, at, "court-matter", matter.id(), matter.version(), List.of(code));
  }
}
