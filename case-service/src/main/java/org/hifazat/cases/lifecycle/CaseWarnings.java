package org.hifazat.cases.lifecycle;

import java.util.List;
import org.hifazat.cases.casefile.CaseFile;

/**
 * One feature's warnings for the header of a case. Every CDI bean of this type is asked when a case
 * is opened: one statement at most, and codes only.
 */
public interface CaseWarnings {
  List<Warning> of(CaseFile file);
}
