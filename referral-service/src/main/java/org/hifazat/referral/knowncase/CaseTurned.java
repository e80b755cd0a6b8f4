package org.hifazat.referral.knowncase;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/** What this service reads of a closing or reopening of a case. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CaseTurned(UUID caseId) {}
