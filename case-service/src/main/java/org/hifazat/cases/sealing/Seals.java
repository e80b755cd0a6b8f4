package org.hifazat.cases.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** What the Commission knows of sealed cases: where and why, and not which. */
@ApplicationScoped
public class Seals {
  private final Session entities;

  Seals(Session entities) {
    this.entities = entities;
  }

  /**
   * @param id of the seal, not of the case
   * @param named how many people know of the case
   */
  public record Known(
      UUID id, UUID unitId, String reason, int named, Instant happenedAt, Instant recordedAt) {}

  /** The newest first. */
  @Transactional
  public List<Known> withoutNames(@Nullable Cursor after, int limit) {
    return entities
        .createNativeQuery(
            "select id, unit_id, reason, named, happened_at, recorded_at from"
                + " seals_without_names(:at, cast(:id as uuid), :limit)",
            Object[].class)
        .setParameter("at", after == null ? null : after.at(), Instant.class)
        .setParameter("id", after == null ? null : after.id(), UUID.class)
        .setParameter("limit", limit)
        .addScalar("id", UUID.class)
        .addScalar("unit_id", UUID.class)
        .addScalar("reason", String.class)
        .addScalar("named", Integer.class)
        .addScalar("happened_at", Instant.class)
        .addScalar("recorded_at", Instant.class)
        .getResultStream()
        .map(
            row ->
                new Known(
                    (UUID) row[0],
                    (UUID) row[1],
                    (String) row[2],
                    (Integer) row[3],
                    (Instant) row[4],
                    (Instant) row[5]))
        .toList();
  }
}
