package org.hifazat.cases.lifecycle;

import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;

/**
 * One feature's say on a step. Every CDI bean of this type is asked, within the transaction of the
 * step and as its caller, and again whenever the next steps are shown: so one statement per answer,
 * and nothing is changed.
 */
public interface Gate {
  /** The steps it has something to say about; it is asked about no other. */
  Set<Step> guards();

  /** What stands in the way; empty when nothing does. */
  List<Blocker> blockers(CaseFile file, Step step);
}
