package org.hifazat.cases.restricted;

import org.jspecify.annotations.Nullable;

/**
 * A child's nationality, in clear.
 *
 * @param status code of the list nationality
 * @param displacement code of the list displacement
 * @param documentNumber as it stands on the paper; there is no common format
 * @param neededFor code of the list nationality-need: without a need it is not asked
 */
public record NationalityFacts(
    String status,
    @Nullable String displacement,
    @Nullable String documentNumber,
    String neededFor) {}
