package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.lifecycle.CaseWarnings;
import org.hifazat.cases.lifecycle.Warning;

/**
 * Overrides that wait for a second person, or did not get one; casework without consent; and what
 * somebody agreed to from whom the child has to be kept safe, as was found out later.
 */
@ApplicationScoped
class ConsentWarnings implements CaseWarnings {
  private final Session entities;
  private final ConsentStandings standings;
  private final Clock clock;

  ConsentWarnings(Session entities, ConsentStandings standings, Clock clock) {
    this.entities = entities;
    this.standings = standings;
    this.clock = clock;
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
    if (!file.isClosed()) {
      warnings.addAll(endedOrDoubtful(file));
    }
    return warnings;
  }

  private List<Warning> endedOrDoubtful(CaseFile file) {
    return entities
        .createNativeQuery(
            """
            select 'casework-consent-ended' as code, id from task
             where case_id = :case and state = 'open' and kind = 'casework-consent-ended'
            union all
            select 'court-word-without-order', c.id
              from consent c
             where c.case_id = :case and c.given_by = 'court' and c.order_id is null
               and c.decision <> 'withdrawn'
               and (c.expires_on is null or c.expires_on >= :today)
               and not exists (select 1 from consent later
                                where later.case_id = c.case_id and later.purpose = c.purpose
                                  and later.agency_id is not distinct from c.agency_id
                                  and later.recipient_id is not distinct from c.recipient_id
                                  and later.transfer_id is not distinct from c.transfer_id
                                  and later.given_by = 'court'
                                  and (later.happened_at, later.recorded_at, later.id)
                                    > (c.happened_at, c.recorded_at, c.id))
            union all
            select 'consent-of-person-of-concern', c.id
              from consent c
              join case_person p on p.id = c.person_id and 'person-of-concern' = any (p.roles)
             where c.case_id = :case and c.decision = 'given'
               and not exists (select 1 from consent later
                                where later.case_id = c.case_id and later.purpose = c.purpose
                                  and later.agency_id is not distinct from c.agency_id
                                  and later.recipient_id is not distinct from c.recipient_id
                                  and later.transfer_id is not distinct from c.transfer_id
                                  and later.person_id = c.person_id
                                  and (later.happened_at, later.recorded_at, later.id)
                                    > (c.happened_at, c.recorded_at, c.id))""",
            Object[].class)
        .setParameter("case", file.id())
        .setParameter("today", KarachiTime.day(clock.instant()))
        .getResultStream()
        .map(row -> new Warning((String) row[0], true, (UUID) row[1]))
        .distinct()
        .toList();
  }
}
