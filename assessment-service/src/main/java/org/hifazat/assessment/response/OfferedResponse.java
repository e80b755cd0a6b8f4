package org.hifazat.assessment.response;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hifazat.assessment.instrument.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A response that was offered after an assessment, and whether somebody took it.
 *
 * @param by whose work it is
 * @param what what is done, in a sentence
 * @param reasons why it was offered
 * @param proposedFor the day it is proposed for
 */
@Schema(name = "OfferedResponse")
public record OfferedResponse(
    @Schema(required = true, examples = "school-contact") String code,
    @Schema(required = true) Texts title,
    @Schema(required = true) Texts what,
    @Schema(
            required = true,
            enumeration = {"caseworker", "psychologist", "supervisor"})
        String by,
    @Schema(required = true) LocalDate proposedFor,
    @Schema(required = true) String source,
    @Schema(required = true) List<Texts> reasons,
    @Schema(required = true) Instant offeredAt,
    @Nullable Taken taken) {

  public OfferedResponse {
    reasons = List.copyOf(reasons);
  }

  /**
   * Who took it into the plan.
   *
   * @param actionId of the plan's action
   */
  @Schema(name = "TakenResponse")
  public record Taken(
      @Schema(required = true) UUID actionId,
      @Schema(required = true) LocalDate dueOn,
      @Schema(required = true) UUID takenBy,
      @Schema(required = true) Instant takenAt) {}
}
