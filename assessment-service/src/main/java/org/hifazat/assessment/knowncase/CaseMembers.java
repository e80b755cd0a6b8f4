package org.hifazat.assessment.knowncase;

import java.util.List;
import java.util.UUID;

/**
 * Who reaches a case besides its owner and the unit's supervisors.
 *
 * @param namedIds who alone may know of it, while it is sealed
 */
record CaseMembers(UUID caseId, List<UUID> memberIds, boolean sealed, List<UUID> namedIds) {}
