package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;

/**
 * Who reaches a case besides its owner and the unit's supervisors.
 *
 * @param namedIds who alone may know of it, while it is sealed
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseMembers(UUID caseId, List<UUID> memberIds, boolean sealed, List<UUID> namedIds) {}
