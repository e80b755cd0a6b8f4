package org.hifazat.cases.placement;

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
import org.hifazat.cases.event.PlacementChanged;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.cases.task.TaskKind;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Records where a child is placed, that the placement was looked at again, and its end. */
@ApplicationScoped
public class RecordPlacement {
  private static final CaseOperation OPERATION = CaseOperation.RECORD_PLACEMENT;

  private final CaseDesk desk;
  private final Recorder recorder;
  private final CaseClocks clocks;
  private final Placements placements;
  private final LegalFile legal;
  private final SealedWords words;
  private final Deeds deeds;

  RecordPlacement(
      CaseDesk desk,
      Recorder recorder,
      CaseClocks clocks,
      Placements placements,
      LegalFile legal,
      SealedWords words,
      Deeds deeds) {
    this.desk = desk;
    this.recorder = recorder;
    this.clocks = clocks;
    this.placements = placements;
    this.legal = legal;
    this.words = words;
    this.deeds = deeds;
  }

  /**
   * @param orderId the order it rests on
   * @param kind a code of list placement-kind
   */
  public record Command(
      UUID caseId, @Nullable UUID orderId, String kind, Instant beganAt, Placements.Words words) {}

  /**
   * @param decision a code of list placement-decision
   */
  public record Review(
      UUID placementId, String decision, Instant happenedAt, Placements.ReviewWords words) {}

  /**
   * @param reason a code of list placement-end
   */
  public record End(UUID placementId, String reason, Instant happenedAt, @Nullable String note) {}

  /** What was recorded, or recorded before by the same request. */
  public record Recorded(Created created, Placements.Whole whole) {}

  /**
   * @throws ProblemException not-found, case-closed, in-the-future, code-unknown, order-unknown,
   *     placed-already, or one of idempotent creation
   */
  @Transactional
  public Recorded handle(Command command, @Nullable String idempotencyKey) {
    CaseFile file = desk.toChange(OPERATION, command.caseId());
    Created created =
        recorder.once(
            idempotencyKey,
            OPERATION.name(),
            command,
            "/v1/placements/",
            entry -> begin(file, command, entry));
    return new Recorded(
        created, placements.open(file, recorder.find(Placement.class, created.id())));
  }

  private UUID begin(CaseFile file, Command command, Recorder.Entry entry) {
    recorder.requirePast(command.beganAt());
    recorder.requireCodes(entry.at(), CodeLists.Use.of("placement-kind", command.kind()));
    UUID order = command.orderId();
    if (order != null && !legal.hasOrder(file, order)) {
      throw new ProblemException(CaseProblem.ORDER_UNKNOWN);
    }
    Placement placement =
        Placement.begun(
            entry,
            command,
            nextReview(file, command.beganAt()),
            words.sealDocument(file.childId(), Placements.WORDS, entry.id(), command.words()));
    recorder.keepTheOnly(placement, CaseProblem.PLACED_ALREADY);
    clocks.start(file, TaskKind.PLACEMENT_REVIEW, placement.id(), command.beganAt());
    tell(file, placement, "began", command.beganAt(), placement.kind());
    return placement.id();
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown,
   *     ended-already, period-ends-before-it-begins
   */
  @Transactional
  public Placements.Whole review(Review review, long expectedVersion) {
    Placement placement = recorder.find(Placement.class, review.placementId());
    CaseFile file = toChange(placement, expectedVersion, review.happenedAt());
    Recorder.Entry entry = recorder.entry();
    recorder.requireCodes(entry.at(), CodeLists.Use.of("placement-decision", review.decision()));
    if (!placement.isOpen()) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.keep(
        PlacementReview.held(
            entry,
            placement,
            review,
            words.sealDocument(file.childId(), Placements.REVIEW, entry.id(), review.words())));
    placement.reviewed(nextReview(file, review.happenedAt()));
    recorder.flush();
    clocks.met(file, TaskKind.PLACEMENT_REVIEW, placement.id(), review.happenedAt());
    clocks.start(file, TaskKind.PLACEMENT_REVIEW, placement.id(), review.happenedAt());
    tell(file, placement, "reviewed", review.happenedAt(), review.decision());
    return placements.open(file, placement);
  }

  /**
   * @throws ProblemException not-found, case-closed, stale, in-the-future, code-unknown,
   *     ended-already, period-ends-before-it-begins
   */
  @Transactional
  public Placements.Whole end(End end, long expectedVersion) {
    Placement placement = recorder.find(Placement.class, end.placementId());
    CaseFile file = toChange(placement, expectedVersion, end.happenedAt());
    recorder.requireCodes(recorder.now(), CodeLists.Use.of("placement-end", end.reason()));
    if (!placement.end(
        end.reason(),
        end.happenedAt(),
        words.seal(file.childId(), Placements.END_WORDS, placement.id(), end.note()))) {
      throw new ProblemException(CaseProblem.ENDED_ALREADY);
    }
    recorder.flush();
    clocks.drop(file, TaskKind.PLACEMENT_REVIEW, placement.id());
    tell(file, placement, "ended", end.happenedAt(), end.reason());
    return placements.open(file, placement);
  }

  /** A child who is still there is looked at when that was due. */
  void whenReopened(@Observes EpisodeBegun again) {
    CaseFile file = again.file();
    placements
        .lasting(file)
        .forEach(
            placement ->
                placement
                    .reviewBy()
                    .ifPresent(
                        due ->
                            clocks.agree(
                                file,
                                file.ownerId().orElse(null),
                                TaskKind.PLACEMENT_REVIEW,
                                placement.id(),
                                file.stateSince(),
                                due)));
  }

  private CaseFile toChange(Placement placement, long expectedVersion, Instant at) {
    CaseFile file = desk.toChange(OPERATION, placement.caseId());
    Preconditions.check(expectedVersion, placement.version());
    recorder.requirePast(at);
    if (at.isBefore(placement.beganAt())) {
      throw new ProblemException(CaseProblem.PERIOD_ENDS_BEFORE_IT_BEGINS);
    }
    return file;
  }

  private @Nullable Instant nextReview(CaseFile file, Instant from) {
    return clocks.latest(file, TaskKind.PLACEMENT_REVIEW, from).orElse(null);
  }

  private void tell(CaseFile file, Placement placement, String change, Instant at, String code) {
    deeds.done(
        new Deed(
            file,
            OPERATION,
            "placement-" + change,
            at,
            "placement",
            placement.id(),
            placement.version(),
            List.of(code)),
        PlacementChanged.TYPE,
        new PlacementChanged(
            file.id(),
            file.districtCode(),
            file.unitId(),
            placement.id(),
            placement.kind(),
            change,
            at,
            recorder.now()));
  }
}
