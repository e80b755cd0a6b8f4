package org.hifazat.referral.knowncase;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case here.
 *
 * @param closed it has ended and was not reopened
 * @param alsoTheirs who works on it besides the owner; of a sealed case, who is named
 */
public record KnownCase(
    UUID caseId,
    String number,
    UUID unitId,
    String districtCode,
    @Nullable UUID ownerId,
    boolean closed,
    List<UUID> alsoTheirs) {}
