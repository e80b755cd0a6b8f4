package org.hifazat.assessment.knowncase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code child-merged} and {@code child-unmerged}.
 *
 * @param unitId of the merged case from now on, as ownerId
 */
record CaseMerged(UUID mergedCaseId, UUID survivingCaseId, UUID unitId, @Nullable UUID ownerId) {}
