package org.hifazat.cases.plan;

import java.time.Instant;
import org.hifazat.cases.casefile.CaseFile;

/** Fired when a plan was approved, in that transaction: contacts and reviews begin. */
public record PlanEntersForce(CaseFile file, Instant at) {}
