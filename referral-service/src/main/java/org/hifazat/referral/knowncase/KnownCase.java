package org.hifazat.referral.knowncase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case here.
 *
 * @param closed it has ended and was not reopened
 */
public record KnownCase(
    UUID caseId,
    String number,
    UUID unitId,
    String districtCode,
    @Nullable UUID ownerId,
    boolean closed) {}
