package org.hifazat.cases.closure.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.closure.CaseClosure;
import org.hifazat.cases.closure.CaseReopening;
import org.hifazat.cases.closure.EpisodeQueries;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * How a case ended and began again: the last of each, the oldest of them first.
 *
 * @param next where there are more than are shown here
 */
public record EpisodesView(
    List<ClosureView> closures, List<ReopeningView> reopenings, EarlierEpisodesView next) {

  /**
   * Cursors for the lists of the case, which go on to those before; absent for what is all here.
   *
   * @param closures for {@code …/closures}
   * @param reopenings for {@code …/reopenings}
   */
  public record EarlierEpisodesView(@Nullable String closures, @Nullable String reopenings) {}

  /**
   * @param state proposed, rejected, withdrawn or closed
   * @param overridden codes of the gates the supervisor passed over, with the reason
   */
  public record ClosureView(
      UUID id,
      int episode,
      String reason,
      String state,
      @Nullable String summary,
      @Nullable String goals,
      boolean childInformed,
      @Nullable String childNotInformed,
      boolean caregiverInformed,
      @Nullable String contact,
      List<Instant> attempts,
      @Nullable LocalDate reviewedOn,
      @Nullable String reviewLedBy,
      @Nullable String reviewFinding,
      UUID proposedBy,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable Instant closedAt,
      @Nullable String overrideReason,
      List<String> overridden) {}

  /** Why the episode began. */
  public record ReopeningView(
      int episode,
      String reason,
      String explanation,
      Instant happenedAt,
      Instant recordedAt,
      UUID recordedBy) {}

  static EpisodesView of(Page<ClosureView> closures, Page<ReopeningView> reopenings) {
    return new EpisodesView(
        closures.items().reversed(),
        reopenings.items().reversed(),
        new EarlierEpisodesView(closures.next().orElse(null), reopenings.next().orElse(null)));
  }

  static ClosureView closure(EpisodeQueries.ReadableClosure readable) {
    CaseClosure closure = readable.closure();
    return new ClosureView(
        closure.id(),
        closure.episode(),
        closure.reason(),
        closure.state(),
        readable.words().summary(),
        closure.goals().orElse(null),
        closure.childInformed(),
        closure.childNotInformed().orElse(null),
        closure.caregiverInformed(),
        readable.words().contact(),
        closure.attempts(),
        closure.reviewedOn().orElse(null),
        readable.words().reviewLedBy(),
        readable.words().reviewFinding(),
        closure.proposedBy(),
        closure.happenedAt(),
        closure.recordedAt(),
        closure.closedAt().orElse(null),
        readable.words().overrideReason(),
        closure.overridden());
  }

  static ReopeningView reopening(EpisodeQueries.ReadableReopening readable) {
    CaseReopening reopening = readable.reopening();
    return new ReopeningView(
        reopening.episode(),
        reopening.reason(),
        readable.explanation(),
        reopening.happenedAt(),
        reopening.recordedAt(),
        reopening.recordedBy());
  }
}
