package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of a merge and of its undoing.
 *
 * @param unitId of the merged case from now on, as ownerId
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseMerged(UUID mergedCaseId, UUID survivingCaseId, UUID unitId, @Nullable UUID ownerId) {}
