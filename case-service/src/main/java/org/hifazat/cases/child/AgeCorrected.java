package org.hifazat.cases.child;

import java.time.Instant;
import java.util.UUID;

/**
 * Fired when a child's age was put right, in that transaction, for what rests on it.
 *
 * @param child as it is now
 */
public record AgeCorrected(UUID caseId, Child child, Age before, Instant at) {}
