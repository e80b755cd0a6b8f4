package org.hifazat.assessment.instrument;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One text in the three languages every published form has.
 *
 * @param en English
 * @param ur Urdu
 * @param ps Pashto
 */
public record Texts(
    @Schema(required = true) String en,
    @Schema(required = true) String ur,
    @Schema(required = true) String ps) {}
