package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/**
 * A child or family was followed up; fired in the transaction that learns of it.
 *
 * @param at when the contact took place
 */
public record ContactHeld(UUID caseId, Instant at) {}
