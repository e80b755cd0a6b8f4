package org.hifazat.assessment.response.event;

import java.time.Instant;
import java.util.UUID;

/**
 * Payload of {@code org.hifazat.assessments.response-taken.v1}.
 *
 * @param actionId the plan's action is to have this id
 * @param language in which the plan is to say it: en, ur or ps
 * @param dueOn day by which it is to be done, as in 2026-03-10
 */
public record ResponseTaken(
    UUID actionId,
    UUID caseId,
    UUID assessmentId,
    String instrumentId,
    String purpose,
    String response,
    String language,
    String dueOn,
    UUID takenBy,
    Instant takenAt) {

  public static final String TYPE = "org.hifazat.assessments.response-taken.v1";
}
