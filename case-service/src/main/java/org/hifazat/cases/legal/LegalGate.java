package org.hifazat.cases.legal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Gate;
import org.hifazat.cases.lifecycle.Step;
import org.hifazat.cases.lifecycle.Warning;

/** Nobody closes a case over an order in force; what comes soon before a court is said at once. */
@ApplicationScoped
class LegalGate implements Gate, CaseWarnings {
  private static final Duration HEARING_SOON = Duration.ofDays(3);
  private static final int CARE_ENDS_SOON_DAYS = 7;

  private final Session entities;
  private final Clock clock;

  LegalGate(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public Set<Step> guards() {
    return Set.of(Step.CLOSE);
  }

  @Override
  public List<Blocker> blockers(CaseFile file, Step step) {
    return entities
        .createQuery(
            "select id from LegalOrder where caseId = :case and endedAt is null order by madeAt",
            UUID.class)
        .setParameter("case", file.id())
        .getResultStream()
        .map(order -> Blocker.overridable("active-order", order))
        .toList();
  }

  @Override
  public List<Warning> of(CaseFile file) {
    if (file.isClosed()) {
      return List.of();
    }
    Instant now = clock.instant();
    return entities
        .createNativeQuery(
            """
            select case when planned_for < :now then 'hearing-past' else 'hearing-soon' end as code, id
              from hearing where case_id = :case and state = 'planned' and planned_for < :soon
            union all
            select case when ends_on < :today then 'protective-care-over' else 'protective-care-ends' end, id
              from legal_order
             where case_id = :case and ended_at is null and kind = 'protective-care' and ends_on <= :ending""",
            Object[].class)
        .setParameter("case", file.id())
        .setParameter("now", now)
        .setParameter("soon", now.plus(HEARING_SOON))
        .setParameter("today", KarachiTime.day(now))
        .setParameter("ending", KarachiTime.day(now).plusDays(CARE_ENDS_SOON_DAYS))
        .getResultStream()
        .map(row -> new Warning((String) row[0], true, (UUID) row[1]))
        .toList();
  }
}
