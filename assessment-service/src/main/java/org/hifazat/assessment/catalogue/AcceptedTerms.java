package org.hifazat.assessment.catalogue;

import java.time.Instant;
import java.util.UUID;

/**
 * What was accepted, for whom, by whom and when.
 *
 * @param termsHash of the terms that were shown
 */
public record AcceptedTerms(String termsHash, String organisation, UUID by, Instant at) {}
