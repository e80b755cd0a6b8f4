package org.hifazat.assessment.response.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Payload of {@code org.hifazat.assessments.responses-offered.v1}: codes only, never why. */
public record ResponsesOffered(
    UUID assessmentId,
    UUID caseId,
    String instrumentId,
    String purpose,
    List<String> responses,
    Instant offeredAt) {

  public static final String TYPE = "org.hifazat.assessments.responses-offered.v1";

  public ResponsesOffered {
    responses = List.copyOf(responses);
  }
}
