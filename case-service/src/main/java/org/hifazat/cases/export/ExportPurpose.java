package org.hifazat.cases.export;

import java.util.Locale;

/** What something is taken out for; kept in the audit trail and printed on every page. */
public enum ExportPurpose {
  COURT_OR_COMMITTEE,
  HANDOVER,
  CASE_CONFERENCE,
  CHILD_OR_FAMILY,
  SUPERVISION;

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ExportPurpose of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
