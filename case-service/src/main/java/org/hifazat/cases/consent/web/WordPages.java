package org.hifazat.cases.consent.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.consent.CaseConsents;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Pages of what was said about a case; a cursor is good for its case only. */
@ApplicationScoped
class WordPages {
  private static final String LIST = "consent-words:";

  private final CaseConsents cases;
  private final Cursors cursors;

  WordPages(CaseConsents cases, Cursors cursors) {
    this.cases = cases;
    this.cursors = cursors;
  }

  Page<ConsentView> page(UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return page(
        caseId,
        cases.words(caseId, cursors.verify(LIST + caseId, cursor).orElse(null), size + 1),
        size);
  }

  Page<ConsentView> page(UUID caseId, List<CaseConsents.Word> words, int size) {
    return Page.cut(
        words.stream().map(ConsentView::of).toList(),
        size,
        last -> cursors.sign(LIST + caseId, last.happenedAt(), last.id()));
  }
}
