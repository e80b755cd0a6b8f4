package org.hifazat.cases.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.child.Age;
import org.hifazat.cases.child.AgeBand;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;

/**
 * Turning 18 never ends a case by itself (Inter-Agency Guidelines: prepare and signpost first), so
 * whoever opens it has to see that it comes.
 */
@ApplicationScoped
class ComingOfAge implements CaseWarnings {
  private static final int OF_AGE = 18;
  private static final int MONTHS_BEFORE = 6;

  private final Session entities;
  private final ChildDetails children;
  private final Clock clock;

  ComingOfAge(Session entities, ChildDetails children, Clock clock) {
    this.entities = entities;
    this.children = children;
    this.clock = clock;
  }

  @Override
  public List<Warning> of(CaseFile file) {
    Child child = entities.find(Child.class, file.childId());
    if (file.isClosed() || child == null) {
      return List.of();
    }
    Age age = children.open(child).age();
    LocalDate today = KarachiTime.day(clock.instant());
    if (AgeBand.years(age.birthDate(), age.birthYear(), today) >= OF_AGE) {
      return List.of(new Warning("of-age", true, null));
    }
    LocalDate soon = today.plusMonths(MONTHS_BEFORE);
    return AgeBand.years(age.birthDate(), age.birthYear(), soon) >= OF_AGE
        ? List.of(new Warning("of-age-soon", false, null))
        : List.of();
  }
}
