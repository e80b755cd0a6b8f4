package org.hifazat.cases.takeover;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a row.
 *
 * @param faults column and code of each thing wrong, as in {@code sex:code-unknown}
 * @param caseNumber the case it became, or the one it is known by
 */
record RowOutcome(int row, String outcome, List<String> faults, @Nullable String caseNumber) {
  static final String READY = "ready";
  static final String FAULTY = "faulty";
  static final String KNOWN = "known";
  static final String JOINED = "joined";
  static final String TAKEN_OVER = "taken-over";

  static RowOutcome ready(int row) {
    return new RowOutcome(row, READY, List.of(), null);
  }

  /** Ready, with something to look at afterwards. */
  static RowOutcome ready(int row, String remark, @Nullable String caseNumber) {
    return new RowOutcome(row, READY, List.of(remark), caseNumber);
  }

  static RowOutcome faulty(int row, List<String> faults) {
    return new RowOutcome(row, FAULTY, faults, null);
  }

  static RowOutcome known(int row, String fault, @Nullable String caseNumber) {
    return new RowOutcome(row, KNOWN, List.of(fault), caseNumber);
  }

  static RowOutcome takenOver(int row, String caseNumber) {
    return new RowOutcome(row, TAKEN_OVER, List.of(), caseNumber);
  }
}
