package org.hifazat.cases.duplicates;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the two, as much as prevents a duplicate: the same for a case in reach and out of it.
 *
 * @param ownerId whose case it is; not shown to anybody
 */
public record Side(
    UUID caseId,
    UUID childId,
    String number,
    UUID unitId,
    String districtCode,
    @Nullable UUID ownerId,
    String state,
    String sex,
    int birthYear) {}
