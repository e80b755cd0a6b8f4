package org.hifazat.cases.legal.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.cases.legal.LegalFile;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Pages of what courts have to do with a case; a cursor is good for its case and list only. */
@ApplicationScoped
class LegalPages {
  private static final String MATTERS = "court-matters:";
  private static final String HEARINGS = "hearings:";
  private static final String ORDERS = "orders:";

  private final LegalFile legal;
  private final Cursors cursors;

  LegalPages(LegalFile legal, Cursors cursors) {
    this.legal = legal;
    this.cursors = cursors;
  }

  LegalView all(UUID caseId) {
    int size = Page.DEFAULT_LIMIT;
    LegalFile.Whole whole = legal.of(caseId, size + 1);
    return LegalView.of(
        matters(caseId, whole.matters(), size),
        hearings(caseId, whole.hearings(), size),
        orders(caseId, whole.orders(), size));
  }

  Page<LegalView.MatterView> matters(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return matters(caseId, legal.matters(caseId, after(MATTERS, caseId, cursor), size + 1), size);
  }

  Page<LegalView.HearingView> hearings(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return hearings(
        caseId, legal.hearings(caseId, after(HEARINGS, caseId, cursor), size + 1), size);
  }

  Page<LegalView.OrderView> orders(UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return orders(caseId, legal.orders(caseId, after(ORDERS, caseId, cursor), size + 1), size);
  }

  private Page<LegalView.MatterView> matters(UUID caseId, List<LegalFile.Matter> rows, int size) {
    return Page.cut(
        rows.stream().map(LegalView.MatterView::of).toList(),
        size,
        last -> cursors.sign(MATTERS + caseId, last.cognizanceAt(), last.id()));
  }

  private Page<LegalView.HearingView> hearings(UUID caseId, List<LegalFile.Date> rows, int size) {
    return Page.cut(
        rows.stream().map(LegalView.HearingView::of).toList(),
        size,
        last -> cursors.sign(HEARINGS + caseId, last.plannedFor(), last.id()));
  }

  private Page<LegalView.OrderView> orders(UUID caseId, List<LegalFile.Order> rows, int size) {
    return Page.cut(
        rows.stream().map(LegalView.OrderView::of).toList(),
        size,
        last -> cursors.sign(ORDERS + caseId, last.madeAt(), last.id()));
  }

  private @Nullable Cursor after(String list, UUID caseId, @Nullable String cursor) {
    Optional<Cursor> known = cursors.verify(list + caseId, cursor);
    return known.orElse(null);
  }
}
