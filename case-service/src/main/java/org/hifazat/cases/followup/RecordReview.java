package org.hifazat.cases.followup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casework.CaseClocks;
import org.hifazat.cases.casework.CaseDesk;
import org.hifazat.cases.casework.Deed;
import org.hifazat.cases.casework.Deeds;
import org.hifazat.cases.casework.SealedWords;
import org.hifazat.cases.codelist.CodeLists;
import org.hifazat.cases.event.CaseReviewed;
import org.hifazat.cases.plan.PlanEntersForce;
import org.hifazat.cases.plan.PlanInForce;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what looking back at the plan found; the next review is never later than the policy
 * asks.
 */
@ApplicationScoped
public class RecordReview {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_CASE_REVIEW;

  private final Session entities;
  private final CaseDesk desk;
  private final CaseReviews reviews;
  private final PlanInForce plan;
  private final CaseClocks clocks;
  private final SealedWords words;
  private final CodeLists codes;
  private final IdempotentCreation creation;
  private final Deeds deeds;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  RecordReview(
      Session entities,
      CaseDesk desk,
      CaseReviews reviews,
      PlanInForce plan,
      CaseClocks clocks,
      SealedWords words,
      CodeLists codes,
      IdempotentCreation creation,
      Deeds deeds,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.desk = desk;
    this.reviews = reviews;
    this.plan = plan;
    this.clocks = clocks;
    this.words = words;
    this.codes = codes;
    this.creation = creation;
    this.deeds = deeds;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
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
        creation.once(idempotencyKey, OPERATION.name(), command, () -> record(file, command));
    CaseReview review = entities.find(CaseReview.class, created.id());
    return new Recorded(created, reviews.open(file, review));
  }

  private Created record(CaseFile file, Command command) {
    refuseWhatCannotBe(file, command);
    UUID id = ids.next();
    CaseReview review =
        CaseReview.held(
            id,
            command,
            plan.id(file.id()).orElse(null),
            words.sealDocument(file.childId(), CaseReviews.CONTENT, id, command.content()),
            callers.current().staffId().orElseThrow(),
            clock.instant());
    entities.persist(review);
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
    return Created.now(id, URI.create("/v1/cases/" + file.id() + "/reviews/" + id));
  }

  /** The clock of the first review starts with the plan; a new edition does not put it off. */
  void whenPlanned(@Observes PlanEntersForce entered) {
    if (!clocks.runs(entered.file(), TaskKind.PLAN_REVIEW)) {
      clocks.start(entered.file(), TaskKind.PLAN_REVIEW, entered.at());
    }
  }

  private void refuseWhatCannotBe(CaseFile file, Command command) {
    desk.requirePossible(file, command.happenedAt());
    codes.require(
        KarachiTime.day(command.happenedAt()),
        List.of(CodeLists.Use.of("review-decision", command.decision())));
    LocalDate next = command.nextReviewOn();
    if (next == null) {
      return;
    }
    if (next.isBefore(KarachiTime.day(clock.instant()))) {
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
