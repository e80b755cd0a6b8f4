package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Tallies;
import org.jspecify.annotations.Nullable;

/**
 * What is known of cases; the counting waits for the opening, and a case that went into another
 * counts nowhere.
 */
@ApplicationScoped
class CaseFacts {
  private final Session entities;
  private final Tallies tallies;

  CaseFacts(Session entities, Tallies tallies) {
    this.entities = entities;
    this.tallies = tallies;
  }

  void change(UUID caseId, Runnable write) {
    tallies.recount(caseId, () -> counts(caseId), write);
  }

  private Map<Count, Integer> counts(UUID caseId) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select c.district_code, c.opened_at, r.change, r.changed_at, r.to_district
                  from case_fact c
                  left join (select case_id, version, 1 as place, level as change, set_at as changed_at, null as to_district
                               from risk_fact
                             union all
                             select case_id, version, 0, turn, happened_at, district_code from case_turn) r
                    on r.case_id = c.case_id
                 where c.case_id = :id
                   and not exists (select 1 from merged_case m where m.case_id = c.case_id and m.merged)
                 order by r.version, r.place""",
                Object[].class)
            .addScalar("district_code", String.class)
            .addScalar("opened_at", Instant.class)
            .addScalar("change", String.class)
            .addScalar("changed_at", Instant.class)
            .addScalar("to_district", String.class)
            .setParameter("id", caseId)
            .getResultList();
    if (rows.isEmpty()) {
      return Map.of();
    }
    Object[] opened = rows.getFirst();
    List<CaseFact.Change> changes =
        rows.stream()
            .filter(row -> row[2] != null)
            .map(row -> change((String) row[2], (Instant) row[3], (String) row[4]))
            .toList();
    return new CaseFact((String) opened[0], (Instant) opened[1], changes).counts();
  }

  private static CaseFact.Change change(String code, Instant at, @Nullable String district) {
    return switch (code) {
      case "moved" -> new CaseFact.Moved(Objects.requireNonNull(district), at);
      case "closed" -> new CaseFact.Closed(at);
      case "reopened" -> new CaseFact.Reopened(at);
      default -> new CaseFact.Level(code, at);
    };
  }
}
