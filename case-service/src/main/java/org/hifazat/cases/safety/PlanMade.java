package org.hifazat.cases.safety;

import java.time.Instant;
import org.hifazat.cases.casefile.CaseFile;

/**
 * A safety plan was made; fired in its transaction.
 *
 * @param at when it was agreed on
 */
public record PlanMade(CaseFile file, Instant at) {}
