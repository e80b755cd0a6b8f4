package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What this service reads of an assignment or a transfer of a case. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseHanded(UUID caseId, UUID unitId, String districtCode, UUID ownerId) {}
