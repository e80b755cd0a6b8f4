package org.hifazat.cases.casefile;

/**
 * Fired when a case was reopened, in that transaction, for what still stands from before and whose
 * clocks had stopped.
 */
public record EpisodeBegun(CaseFile file) {}
