package org.hifazat.cases.risk.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hifazat.cases.risk.RiskHistory;
import org.hifazat.platform.web.Cursors;
import org.hifazat.platform.web.Page;
import org.jspecify.annotations.Nullable;

/** Pages of how a case's risk came about; a cursor is good for its case and list only. */
@ApplicationScoped
class RiskPages {
  private static final String LEVELS = "risk-levels:";
  private static final String LOWERINGS = "risk-lowerings:";

  private final RiskHistory history;
  private final Cursors cursors;

  RiskPages(RiskHistory history, Cursors cursors) {
    this.history = history;
    this.cursors = cursors;
  }

  Page<RiskHistory.Said> levels(UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return levels(
        caseId,
        history.assessments(caseId, cursors.verify(LEVELS + caseId, cursor).orElse(null), size + 1),
        size);
  }

  Page<RiskHistory.Said> levels(UUID caseId, List<RiskHistory.Said> rows, int size) {
    return Page.cut(
        rows, size, last -> cursors.sign(LEVELS + caseId, last.conductedAt(), last.assessmentId()));
  }

  Page<RiskHistory.Lowered> lowerings(
      UUID caseId, @Nullable String cursor, @Nullable Integer limit) {
    int size = Page.limit(limit);
    return lowerings(
        caseId,
        history.lowerings(
            caseId, cursors.verify(LOWERINGS + caseId, cursor).orElse(null), size + 1),
        size);
  }

  Page<RiskHistory.Lowered> lowerings(UUID caseId, List<RiskHistory.Lowered> rows, int size) {
    return Page.cut(
        rows,
        size,
        last -> cursors.sign(LOWERINGS + caseId, last.happenedAt(), last.assessmentId()));
  }
}
