package org.hifazat.cases.missing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Warning;

/**
 * The case of a missing child stays open. After 90 days, as long as a child has to be looked for
 * before the case may end as untraceable, a supervisor may decide otherwise with a reason.
 */
@ApplicationScoped
class MissingGate implements Gate, CaseWarnings {
  private static final String CODE = "child-missing";
  private static final Duration FIRM = Duration.ofDays(90);

  private final Session entities;
  private final Clock clock;

  MissingGate(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return missing(file).stream()
        .map(
            one ->
                one.missingSince().plus(FIRM).isBefore(clock.instant())
                    ? Blocker.overridable(CODE, one.id())
                    : Blocker.firm(CODE, one.id()))
        .toList();
  }

  @Override
  public List<Warning> of(CaseFile file) {
    return missing(file).stream().map(one -> new Warning(CODE, true, one.id())).toList();
  }

  private List<MissingChild> missing(CaseFile file) {
    return entities
        .createQuery(
            "from MissingChild where caseId = :case and foundAt is null", MissingChild.class)
        .setParameter("case", file.id())
        .getResultList();
  }
}
