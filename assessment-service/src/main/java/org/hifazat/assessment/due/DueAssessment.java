package org.hifazat.assessment.due;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessment that is due, and the policy that asks for it.
 *
 * @param step where the policy asks for it; null: anywhere
 * @param riskLevel at which risk it does; null: at any
 * @param afterContact whether it is asked for anew each time the child or family was seen
 */
@Schema(name = "DueAssessment")
public record DueAssessment(
    @Schema(required = true) UUID id,
    @Schema(required = true, examples = "broad") String purpose,
    @Nullable String step,
    @Nullable String riskLevel,
    @Schema(required = true) boolean afterContact,
    @Schema(required = true) Instant startedAt,
    @Schema(required = true) Instant dueAt) {}
