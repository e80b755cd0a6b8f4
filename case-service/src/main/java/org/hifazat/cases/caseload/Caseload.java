package org.hifazat.cases.caseload;

import java.math.BigDecimal;

/**
 * A worker's open cases against the policy.
 *
 * @param weighted the same cases by what each weighs at its risk; not yet assessed weighs as medium
 * @param warnAt from here on the worker is warned
 * @param reasonAt from here on another case needs the supervisor's reason
 * @param approvalAt from here on another case needs the Commission's approval
 */
public record Caseload(int open, BigDecimal weighted, int warnAt, int reasonAt, int approvalAt) {

  /** What the next case would need. */
  public enum Band {
    NORMAL("normal"),
    WARNING("warning"),
    REASON("reason"),
    APPROVAL("approval");

    private final String label;

    Band(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** Whether the next case needs nobody's word: neither a reason nor the Commission's approval. */
  public boolean hasRoom() {
    return open < reasonAt;
  }

  public Band band() {
    if (open >= approvalAt) {
      return Band.APPROVAL;
    }
    if (open >= reasonAt) {
      return Band.REASON;
    }
    return open >= warnAt ? Band.WARNING : Band.NORMAL;
  }
}
