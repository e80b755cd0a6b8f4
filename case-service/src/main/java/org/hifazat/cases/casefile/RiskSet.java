package org.hifazat.cases.casefile;

import java.time.Instant;

/**
 * Fired when a case's level of risk was raised or lowered, in the transaction that did it, for the
 * features whose clocks depend on it.
 *
 * @param at when it was found out
 */
public record RiskSet(CaseFile file, RiskLevel level, Instant at) {}
