package org.hifazat.assessment.knowncase;

import java.time.Instant;
import java.util.UUID;

/**
 * A case stands elsewhere than before; fired in the transaction that learns of it.
 *
 * @param open false when it ended
 * @param since when that happened
 */
public record CaseStands(UUID caseId, boolean open, Instant since) {}
