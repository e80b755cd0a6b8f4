package org.hifazat.assessment.due;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which assessment is due when.
 *
 * @param purpose what is to be assessed: the purpose of instruments
 * @param step where the case stands; null: anywhere
 * @param riskLevel at which risk; null: at any, or none yet
 * @param fromMonths from which age of the child
 * @param toMonths up to which age; null: no limit
 * @param afterContact anew each time the child or the family was seen; else once in an episode
 * @param withinHours from when the case came to stand so, or from the contact
 * @param validFrom its first day
 * @param validTo the day from which it no longer holds; null: open
 * @param source where it comes from
 */
@Schema(name = "DuePolicy")
public record DuePolicy(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "broad") String purpose,
    @Nullable String step,
    @Nullable String riskLevel,
    @Schema(required = true) int fromMonths,
    @Nullable Integer toMonths,
    @Schema(required = true) boolean afterContact,
    @Schema(required = true) int withinHours,
    @Schema(required = true) LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Schema(required = true) String source) {}
