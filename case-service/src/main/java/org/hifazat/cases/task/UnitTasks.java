package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** What the unit has not done in time, for its supervisor. */
@ApplicationScoped
public class UnitTasks {
  private static final Duration SOON = Duration.ofDays(7);

  private final Session entities;
  private final CallerContext callers;
  private final Clock clock;

  UnitTasks(Session entities, CallerContext callers, Clock clock) {
    this.entities = entities;
    this.callers = callers;
    this.clock = clock;
  }

  /**
   * One worker's open tasks.
   *
   * @param ownerId null for those nobody has
   * @param dueSoon within seven days
   * @param oldestDueAt of the overdue ones
   */
  public record Load(
      @Nullable UUID ownerId,
      long overdue,
      long dueSoon,
      long open,
      @Nullable Instant oldestDueAt) {}

  /**
   * All overdue tasks of the caller's unit, the oldest first.
   *
   * @param owner only this worker's; null for all
   */
  @Transactional
  public List<Task> overdue(@Nullable UUID owner, @Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text = "from Task where unitId = :unit and state = 'open' and dueAt < :now";
    if (owner != null) {
      text += " and ownerId = :owner";
    }
    if (after != null) {
      text += " and dueAt >= :at and (dueAt > :at or id > :id)";
    }
    TypedQuery<Task> query =
        entities
            .createQuery(text + " order by dueAt, id", Task.class)
            .setParameter("unit", unit.get())
            .setParameter("now", clock.instant())
            .setMaxResults(limit);
    if (owner != null) {
      query.setParameter("owner", owner);
    }
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /** The unit's open tasks by worker, who has most overdue first. */
  @Transactional
  public List<Load> byWorker() {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    return entities
        .createNativeQuery(
            """
            select owner_id,
                   count(*) filter (where due_at < :now) as overdue,
                   count(*) filter (where due_at >= :now and due_at < :soon) as soon,
                   count(*) as open,
                   min(due_at) filter (where due_at < :now) as oldest
              from task where unit_id = :unit and state = 'open'
             group by owner_id order by overdue desc, oldest, owner_id""",
            Object[].class)
        .addScalar("owner_id", UUID.class)
        .addScalar("overdue", Long.class)
        .addScalar("soon", Long.class)
        .addScalar("open", Long.class)
        .addScalar("oldest", Instant.class)
        .setParameter("now", now)
        .setParameter("soon", now.plus(SOON))
        .setParameter("unit", unit.get())
        .getResultStream()
        .map(
            row ->
                new Load(
                    (UUID) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Instant) row[4]))
        .toList();
  }
}
