package org.hifazat.cases.casefile;

/** Fired when a case was closed, in that transaction, for what must not go on. */
public record EpisodeEnded(CaseFile file) {}
