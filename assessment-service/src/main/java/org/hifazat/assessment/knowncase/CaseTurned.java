package org.hifazat.assessment.knowncase;

import java.util.UUID;

/** What this service reads of a closing or reopening of a case. */
record CaseTurned(UUID caseId) {}
