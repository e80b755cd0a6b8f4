package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is known of the child of a case was put right or completed; tells which parts, not what. */
public record ChildParticularsChanged(
    UUID caseId,
    String sex,
    String ageBand,
    List<String> changed,
    Instant happenedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.child-particulars-changed.v1";
}
