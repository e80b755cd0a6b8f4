package org.hifazat.assessment.knowncase;

import java.util.UUID;

/** What this service reads of an assignment or a transfer of a case. */
record CaseHanded(UUID caseId, UUID unitId, UUID ownerId) {}
