package org.hifazat.cases.followup;

import org.jspecify.annotations.Nullable;

/**
 * What a review found.
 *
 * @param childSays how the child sees it, where asked
 * @param caregiverSays how the caregiver sees it, where asked
 */
public record ReviewContent(
    String findings, @Nullable String childSays, @Nullable String caregiverSays) {}
