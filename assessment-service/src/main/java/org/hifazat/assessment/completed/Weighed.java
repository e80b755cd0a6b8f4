package org.hifazat.assessment.completed;

import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Scoring;

/** A submission that was accepted, scored, and may be kept. */
record Weighed(Instrument instrument, Scoring.Scored scored, Circumstances circumstances) {}
