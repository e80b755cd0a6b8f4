package org.hifazat.cases.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/** Whoever opens a sealed case is reminded to speak of it to nobody else. */
@ApplicationScoped
class SealWarning implements CaseWarnings {
  @Override
  public List<Warning> of(CaseFile file) {
    return file.namedIds().isPresent() ? List.of(new Warning("sealed", true, null)) : List.of();
  }
}
