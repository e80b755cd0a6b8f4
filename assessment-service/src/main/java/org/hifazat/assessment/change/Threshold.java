package org.hifazat.assessment.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * From which difference on two results of one instrument differ by more than chance, as published.
 *
 * @param measure score, or the code of a scale
 * @param points at least so many points
 * @param basis reliable-change (more than the instrument's own error) or meaningful-change (what
 *     people notice)
 * @param population for whom it was found
 * @param source where it is published
 */
@Schema(name = "ChangeThreshold")
public record Threshold(
    @Schema(required = true, examples = "score") String measure,
    @Schema(required = true) int points,
    @Schema(
            required = true,
            enumeration = {"reliable-change", "meaningful-change"})
        String basis,
    @Schema(required = true, examples = "adults") String population,
    @Schema(required = true) String source) {}
