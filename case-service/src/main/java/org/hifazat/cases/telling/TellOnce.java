package org.hifazat.cases.telling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Finds what is due to be told and marks it, some at a time and each time in a transaction of its
 * own; one instance of the service does one job at a time. The mark does not touch a row's version:
 * nobody's change becomes stale by it.
 */
@ApplicationScoped
public class TellOnce {
  private static final int BATCH = 200;

  private final Session entities;
  private final Clock clock;

  TellOnce(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /**
   * Where it stands in the database, by names of the code.
   *
   * @param open condition of what may be due at all
   * @param dueColumn when it is due
   * @param doneColumn when it was told, null until then
   */
  public record Due(String table, String open, String dueColumn, String doneColumn) {}

  /** Tells of the rows that were just marked, in the transaction that marked them. */
  @FunctionalInterface
  public interface Telling {
    void tell(List<UUID> ids, Instant now);
  }

  /**
   * Everything that is due now.
   *
   * @param job of which one runs at a time
   * @return how much was told
   */
  public int all(String job, Due due, Telling telling) {
    int told = 0;
    int batch;
    do {
      batch = QuarkusTransaction.requiringNew().call(() -> some(job, due, telling));
      told += batch;
    } while (batch == BATCH);
    return told;
  }

  private int some(String job, Due due, Telling telling) {
    if (!leads(job)) {
      return 0;
    }
    Instant now = clock.instant();
    List<UUID> ids = mark(due, now);
    if (!ids.isEmpty()) {
      telling.tell(ids, now);
    }
    return ids.size();
  }

  /** Until the transaction ends. */
  public boolean leads(String job) {
    return entities
        .createNativeQuery(
            "select pg_try_advisory_xact_lock(hashtextextended(:job, 0))", Boolean.class)
        .setParameter("job", job)
        .getSingleResult();
  }

  private List<UUID> mark(Due due, Instant now) {
    return entities
        .createNativeQuery(
            """
            update %1$s set %4$s = :now
             where id in (select id from %1$s
                           where %2$s and %4$s is null and %3$s <= :now
                           order by %3$s, id limit :batch for update skip locked)
            returning id"""
                .formatted(due.table(), due.open(), due.dueColumn(), due.doneColumn()),
            UUID.class)
        .setParameter("now", now)
        .setParameter("batch", BATCH)
        .getResultList();
  }
}
