package org.hifazat.referral.knowncase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of a case here. */
public record KnownCase(
    UUID caseId, String number, UUID unitId, String districtCode, @Nullable UUID ownerId) {}
