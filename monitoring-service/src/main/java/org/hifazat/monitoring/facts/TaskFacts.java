package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;
import org.jspecify.annotations.Nullable;

/** What is known of deadlines, counted by the day they are due. */
@ApplicationScoped
public class TaskFacts {
  private final Session entities;
  private final Tallies tallies;

  TaskFacts(Session entities, Tallies tallies) {
    this.entities = entities;
    this.tallies = tallies;
  }

  /**
   * Either event of a task tells all of it but whether it is done; a task that is scheduled anew
   * after it was superseded runs again.
   */
  void learn(
      UUID id,
      String districtCode,
      String kind,
      Instant dueAt,
      @Nullable Instant completedAt,
      long version) {
    tallies.recount(
        id,
        () -> counts(id),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into task_fact (task_id, district_code, kind, due_at, completed_at, version)
                    values (:id, :district, :kind, :due, :completed, :version)
                    on conflict (task_id) do update
                       set due_at = case when excluded.version > task_fact.version
                                         then excluded.due_at else task_fact.due_at end,
                           superseded_at = case when excluded.version > task_fact.version
                                                then null else task_fact.superseded_at end,
                           completed_at = least(task_fact.completed_at, excluded.completed_at),
                           version = greatest(task_fact.version, excluded.version)""")
                .setParameter("id", id)
                .setParameter("district", districtCode)
                .setParameter("kind", kind)
                .setParameter("due", dueAt)
                .setParameter("completed", completedAt, Instant.class)
                .setParameter("version", version)
                .executeUpdate());
  }

  /** A deadline that another one took over counts nowhere. */
  void forget(UUID id, String districtCode, String kind, Instant dueAt, Instant at, long version) {
    tallies.recount(
        id,
        () -> counts(id),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into task_fact (task_id, district_code, kind, due_at, superseded_at, version)
                    values (:id, :district, :kind, :due, :at, :version)
                    on conflict (task_id) do update
                       set superseded_at = case when excluded.version >= task_fact.version
                                                then least(task_fact.superseded_at, excluded.superseded_at)
                                                else task_fact.superseded_at end,
                           version = greatest(task_fact.version, excluded.version)""")
                .setParameter("id", id)
                .setParameter("district", districtCode)
                .setParameter("kind", kind)
                .setParameter("due", dueAt)
                .setParameter("at", at)
                .setParameter("version", version)
                .executeUpdate());
  }

  /** The Commission was to be told that the deadline is long past; the first time counts. */
  void longOverdue(
      UUID id, String districtCode, String kind, Instant dueAt, Instant at, long version) {
    tallies.recount(
        id,
        () -> counts(id),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into task_fact (task_id, district_code, kind, due_at, long_overdue_at, version)
                    values (:id, :district, :kind, :due, :at, :version)
                    on conflict (task_id) do update
                       set long_overdue_at = least(task_fact.long_overdue_at, excluded.long_overdue_at)""")
                .setParameter("id", id)
                .setParameter("district", districtCode)
                .setParameter("kind", kind)
                .setParameter("due", dueAt)
                .setParameter("at", at)
                .setParameter("version", version)
                .executeUpdate());
  }

  /** The task went to another district with its case; what it counts it counts there. */
  void move(UUID id, String districtCode, long version) {
    tallies.recount(
        id,
        () -> counts(id),
        () ->
            entities
                .createNativeQuery(
                    """
                    update task_fact set district_code = :district, version = :version
                     where task_id = :id and version < :version""")
                .setParameter("id", id)
                .setParameter("district", districtCode)
                .setParameter("version", version)
                .executeUpdate());
  }

  private Map<Count, Integer> counts(UUID id) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select district_code, due_at, completed_at, long_overdue_at from task_fact"
                    + " where task_id = :id and superseded_at is null",
                Object[].class)
            .addScalar("district_code", String.class)
            .addScalar("due_at", Instant.class)
            .addScalar("completed_at", Instant.class)
            .addScalar("long_overdue_at", Instant.class)
            .setParameter("id", id)
            .getResultList();
    Map<Count, Integer> counts = new HashMap<>();
    for (Object[] row : rows) {
      Instant due = (Instant) row[1];
      YearMonth month = KarachiTime.month(due);
      counts.put(new Count((String) row[0], month, Measure.TASKS_DUE), 1);
      if (row[2] instanceof Instant completed && !completed.isAfter(due)) {
        counts.put(new Count((String) row[0], month, Measure.TASKS_ON_TIME), 1);
      }
      if (isLongOverdue(due, (Instant) row[2], (Instant) row[3])) {
        counts.put(new Count((String) row[0], month, Measure.TASKS_LONG_OVERDUE), 1);
      }
    }
    return counts;
  }

  /**
   * Not when it turns out that it was done before, and not by an earlier deadline: what is long
   * overdue is due and not done in time.
   */
  private static boolean isLongOverdue(
      Instant due, @Nullable Instant completed, @Nullable Instant told) {
    return told != null
        && told.isAfter(due)
        && (completed == null || (completed.isAfter(due) && !completed.isBefore(told)));
  }
}
