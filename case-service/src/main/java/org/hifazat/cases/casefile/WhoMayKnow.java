package org.hifazat.cases.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.platform.messaging.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * Tells the other services who works on a case and who alone may know of it, and the same of every
 * case that went into it: the database lets those follow, and nobody else can know that it did.
 */
@ApplicationScoped
public class WhoMayKnow {
  private final Session entities;
  private final Outbox outbox;
  private final Clock clock;

  WhoMayKnow(Session entities, Outbox outbox, Clock clock) {
    this.entities = entities;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * A case as far as others need it to know who may read of it.
   *
   * @param namedIds null while it is not sealed
   */
  record Reached(
      UUID caseId,
      String districtCode,
      UUID unitId,
      List<UUID> memberIds,
      @Nullable List<UUID> namedIds,
      long version) {}

  /** Its members or who may know of it changed; what Hibernate has to write is written before. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changed(UUID caseId, Instant at) {
    ofHistory(caseId).forEach(reached -> tell(reached, at));
  }

  /** The case went to another unit, which says so itself: nobody works on it there yet. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void transferred(UUID caseId, Instant at) {
    ofHistory(caseId).stream()
        .filter(reached -> !reached.caseId().equals(caseId) || reached.namedIds() != null)
        .forEach(reached -> tell(reached, at));
  }

  /** Two cases were joined or parted; one of them may be out of the caller's reach. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void merged(UUID merge, Instant at) {
    read(entities
            .createNativeQuery(
                "select id, district_code, unit_id, member_ids, named_ids, version"
                    + " from who_may_know_of_merge(:merge)",
                Object[].class)
            .setParameter("merge", merge))
        .forEach(reached -> tell(reached, at));
  }

  private List<Reached> ofHistory(UUID caseId) {
    return read(
        entities
            .createNativeQuery(
                "select f.id, f.district_code, f.unit_id, f.member_ids, f.named_ids, f.version"
                    + " from history_of_case(:case) h join case_file f on f.id = h"
                    + " order by f.id = :case desc, f.id",
                Object[].class)
            .setParameter("case", caseId));
  }

  private static List<Reached> read(NativeQuery<Object[]> query) {
    return query
        .addScalar("id", UUID.class)
        .addScalar("district_code", String.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("member_ids", UUID[].class)
        .addScalar("named_ids", UUID[].class)
        .addScalar("version", Long.class)
        .getResultStream()
        .map(
            row ->
                new Reached(
                    (UUID) row[0],
                    (String) row[1],
                    (UUID) row[2],
                    List.of((UUID[]) row[3]),
                    row[4] == null ? null : List.of((UUID[]) row[4]),
                    (Long) row[5]))
        .toList();
  }

  private void tell(Reached reached, Instant at) {
    outbox.append(CaseEvents.membersChanged(reached, at, clock.instant()));
  }
}
