package org.hifazat.assessment.completed;

import org.hifazat.assessment.instrument.Scoring;

/**
 * An assessment was kept; fired in the same transaction.
 *
 * @param scored with the answers as they count
 */
public record Kept(CompletedAssessment assessment, Scoring.Scored scored) {}
