package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/** Overrides that wait for a second person, or did not get one. */
@ApplicationScoped
class ConsentWarnings implements CaseWarnings {
  private final ConsentStandings standings;

  ConsentWarnings(ConsentStandings standings) {
    this.standings = standings;
  }

  @Override
  public List<Warning> of(CaseFile file) {
    List<Warning> warnings = new ArrayList<>();
    List<ConsentOverride> overrides = standings.overrides(file.id());
    overrides.stream()
        .filter(ConsentOverride::isAwaiting)
        .findFirst()
        .ifPresent(one -> warnings.add(new Warning("override-awaiting", true, one.id())));
    if (!overrides.isEmpty() && overrides.getLast().state().equals(ConsentOverride.LAPSED)) {
      warnings.add(new Warning("override-lapsed", true, overrides.getLast().id()));
    }
    return warnings;
  }
}
