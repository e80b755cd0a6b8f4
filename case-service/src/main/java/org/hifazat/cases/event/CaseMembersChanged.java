package org.hifazat.cases.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who reaches a case besides its owner and the unit's supervisors.
 *
 * @param memberIds who works on it besides the owner
 * @param sealed only who is named may know of it
 * @param namedIds who they are, while it is sealed
 */
public record CaseMembersChanged(
    UUID caseId,
    String districtCode,
    UUID unitId,
    List<UUID> memberIds,
    boolean sealed,
    List<UUID> namedIds,
    Instant changedAt,
    Instant recordedAt) {
  public static final String TYPE = "org.hifazat.cases.case-members-changed.v1";
}
