package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;

/**
 * Casework goes on with consent to it, by all whose word is needed at the child's age, or by an
 * override that holds (Inter-Agency Guidelines for Case Management and Child Protection, 2014).
 */
@ApplicationScoped
class ConsentGate implements Gate {
  private final ConsentStandings standings;

  ConsentGate(ConsentStandings standings) {
    this.standings = standings;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.ASSESS, Step.PLAN, Step.IMPLEMENT);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    ConsentStanding standing = standings.of(file, ConsentMatter.casework());
    return standing.stands() ? List.of() : standing.missing().stream().map(Blocker::firm).toList();
  }
}
