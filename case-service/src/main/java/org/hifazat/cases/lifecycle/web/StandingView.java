package org.hifazat.cases.lifecycle.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseStanding;
import org.hifazat.cases.lifecycle.Steps;
import org.hifazat.cases.lifecycle.Warning;
import org.hifazat.platform.web.ETags;
import org.jspecify.annotations.Nullable;

/**
 * The header of a case and its next steps.
 *
 * @param stateSince when the last step happened
 * @param episode from 1; reopening begins the next
 * @param etag of the case, for If-Match when taking a step
 */
public record StandingView(
    UUID caseId,
    String number,
    String state,
    Instant stateSince,
    int episode,
    Instant episodeOpenedAt,
    @Nullable Instant closedAt,
    @Nullable String riskLevel,
    @Nullable Instant riskSetAt,
    @Nullable DeadlineView nextDeadline,
    List<Warning> warnings,
    List<NextStepView> nextSteps,
    List<Steps.Taken> steps,
    String etag) {

  public record DeadlineView(UUID taskId, String kind, Instant dueAt, boolean overdue) {}

  /**
   * @param step assess, plan, implement, review, replan, close or reopen
   * @param to the state it leads to
   * @param allowed nothing stands in the way and the reader may take it
   * @param yours the reader's role may take it
   */
  public record NextStepView(
      String step, String to, boolean allowed, boolean yours, List<BlockerView> blockers) {
    static NextStepView of(CaseStanding.NextStep next) {
      return new NextStepView(
          next.step().label(),
          next.step().to().label(),
          next.yours() && next.blockers().isEmpty(),
          next.yours(),
          next.blockers().stream().map(BlockerView::of).toList());
    }
  }

  static StandingView of(CaseStanding.Standing standing, Instant now) {
    CaseFile file = standing.file();
    CaseStanding.Deadline next = standing.nextDeadline();
    return new StandingView(
        file.id(),
        file.number(),
        file.state(),
        file.stateSince(),
        file.episode(),
        file.episodeOpenedAt(),
        file.closedAt().orElse(null),
        file.riskLevel().map(level -> level.label()).orElse(null),
        file.riskSetAt().orElse(null),
        next == null
            ? null
            : new DeadlineView(
                next.taskId(), next.kind(), next.dueAt(), next.dueAt().isBefore(now)),
        standing.warnings(),
        standing.nextSteps().stream().map(NextStepView::of).toList(),
        standing.taken(),
        ETags.of(file.version()));
  }
}
