package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.Recorder;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.CaseReviewed;
import org.hifazat.cases.plan.PlanEntersForce;
import org.hifazat.cases.plan.PlanInForce;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what looking back at the plan found; the next review is never later than the policy
 * asks.
 */
@ApplicationScoped
public class RecordReview {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_CASE_REVIEW;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseReviews reviews;
  private final PlanInForce plan;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final Deeds deeds;

  RecordReview(
      CaseDesk desk,
      Recorder recorder,
      CaseReviews reviews,
      PlanInForce plan,
      CaseClocks clocks,
      SealedWords words,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.reviews = reviews;
    this.plan = plan;
    this.clocks = clocks;
    this.words = words;
    this.deeds = deeds;
  }

  /**
   * @param decision a code of list review-decision
   * @param nextReviewOn earlier than the policy asks; null for the policy's day
   */
  public record Command(
      UUID caseId,
      String decision,
      ReviewContent content,
      Instant happenedAt,
      @Nullable LocalDate nextReviewOn) {}

  /** What was made, or made before by the same request. */
  public record Recorded(Created created, CaseReviews.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, before-the-case, in-the-past,
   *     code-unknown, review-too-late, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            OPERATION.name(),
            command,
            "/v1/cases/" + file.id() + "/reviews/",
            entry -> record(file, command, entry));
    CaseReview review = recorder.find(CaseReview.class, created.id());
    return new Recorded(created, reviews.open(file, review));
  }

  private UUID record(CaseFile file, Command command, Recorder.Entry entry) {
    refuseWhatCannotBe(file, command);
    UUID id = entry.id();
    CaseReview review =
        CaseReview.held(
            id,
            command,
            plan.id(file.id()).orElse(null),
            words.sealDocument(file.childId(), CaseReviews.CONTENT, id, command.content()),
            entry.by(),
            entry.at());
    recorder.keep(review);
    clocks.met(file, TaskKind.PLAN_REVIEW, command.happenedAt());
    LocalDate next = command.nextReviewOn();
    if (next == null) {
      clocks.start(file, TaskKind.PLAN_REVIEW, command.happenedAt());
    } else {
      clocks.agree(
          file,
          file.ownerId().orElse(null),
          TaskKind.PLAN_REVIEW,
          id,
          command.happenedAt(),
          CaseClocks.endOf(next));
    }
    deeds.done(
        new Deed(
            file,
            OPERATION,
            "case-reviewed",
            command.happenedAt(),
            "case-review",
            id,
            0,
            List.of(command.decision())),
        CaseReviewed.TYPE,
        new CaseReviewed(
            file.id(),
            file.districtCode(),
            file.unitId(),
            id,
            command.decision(),
            command.happenedAt()));
    return id;
  }

  /** The clock of the first review starts with the plan; a new edition does not put it off. */
  void whenPlanned(@Observes PlanEntersForce entered) {
    if (!clocks.runs(entered.file(), TaskKind.PLAN_REVIEW)) {
      clocks.start(entered.file(), TaskKind.PLAN_REVIEW, entered.at());
    }
  }

  private void refuseWhatCannotBe(CaseFile file, Command command) {
    desk.requirePossible(file, command.happenedAt());
    recorder.requireCodes(
        command.happenedAt(), CodeLists.Use.of("review-decision", command.decision()));
    LocalDate next = command.nextReviewOn();
    if (next == null) {
      return;
    }
    if (next.isBefore(KarachiTime.day(recorder.now()))) {
      throw new ProblemException(CaseProblem.IN_THE_PAST);
    }
    boolean late =
        clocks
            .latest(file, TaskKind.PLAN_REVIEW, command.happenedAt())
            .filter(latest -> next.isAfter(KarachiTime.day(latest)))
            .isPresent();
    if (late) {
      throw new ProblemException(CaseProblem.REVIEW_TOO_LATE);
    }
  }
}
