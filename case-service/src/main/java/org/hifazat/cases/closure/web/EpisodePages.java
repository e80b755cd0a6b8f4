package org.hifazat.cases.closure.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hifazat.cases.closure.EpisodeQueries;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Pages of how a case ended and began again; a cursor is good for its case and list only. */
@ApplicationScoped
class EpisodePages {
  private static final String CLOSURES = "closures:";
  private static final String REOPENINGS = "reopenings:";

  private final EpisodeQueries episodes;
  private final Cursors cursors;

  EpisodePages(EpisodeQueries episodes, Cursors cursors) {
    this.episodes = episodes;
    this.cursors = cursors;
  }

  EpisodesView all(UUID caseId) {
    int size = Page.DEFAULT_LIMIT;
    EpisodeQueries.Episodes whole = episodes.ofCase(caseId, size + 1);
    return EpisodesView.of(
        closures(caseId, whole.closures(), size), reopenings(caseId, whole.reopenings(), size));
  }

  Page<EpisodesView.ClosureView> closures(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return closures(
        caseId,
        episodes.closures(caseId, cursors.verify(CLOSURES + caseId, cursor).orElse(null), size + 1),
        size);
  }

  Page<EpisodesView.ReopeningView> reopenings(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return reopenings(
        caseId,
        episodes.reopenings(
            caseId, cursors.verify(REOPENINGS + caseId, cursor).orElse(null), size + 1),
        size);
  }

  private Page<EpisodesView.ClosureView> closures(
      UUID caseId, List<EpisodeQueries.ReadableClosure> rows, int size) {
    return shown(
        Page.cut(
            rows,
            size,
            last ->
                cursors.sign(CLOSURES + caseId, last.closure().recordedAt(), last.closure().id())),
        EpisodesView::closure);
  }

  private Page<EpisodesView.ReopeningView> reopenings(
      UUID caseId, List<EpisodeQueries.ReadableReopening> rows, int size) {
    return shown(
        Page.cut(
            rows,
            size,
            last ->
                cursors.sign(
                    REOPENINGS + caseId, last.reopening().recordedAt(), last.reopening().id())),
        EpisodesView::reopening);
  }

  private static <T, V> Page<V> shown(Page<T> page, Function<T, V> view) {
    return new Page<>(page.items().stream().map(view).toList(), page.next());
  }
}
