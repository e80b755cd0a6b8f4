package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.IdSource;
import org.jspecify.annotations.Nullable;

/** Merges of pairs within reach, and the two functions that carry them out over both units. */
@ApplicationScoped
class Merges {
  private final Session entities;
  private final IdSource ids;

  Merges(Session entities, IdSource ids) {
    this.entities = entities;
    this.ids = ids;
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Optional<ChildMerge> find(UUID id) {
    return Optional.ofNullable(entities.find(ChildMerge.class, id));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  List<ChildMerge> of(UUID pair) {
    return entities
        .createQuery(
            "from ChildMerge where pairId = :pair order by proposedAt, id", ChildMerge.class)
        .setParameter("pair", pair)
        .getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  boolean pending(UUID pair) {
    return count(
            "select count(m) from ChildMerge m where pairId = :id and state = 'proposed'", pair)
        > 0;
  }

  /** A case goes into one other only, and never into one that went into another itself. */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isMergedAlready(UUID caseId) {
    return entities
        .createNativeQuery("select goes_into_another(:case)", Boolean.class)
        .setParameter("case", caseId)
        .getSingleResult();
  }

  /** Numbers of the cases in which merged ones go on, by the merged case. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, String> goOnIn(UUID... cases) {
    Map<UUID, String> numbers = new HashMap<>();
    entities
        .createNativeQuery("select case_id, number from where_cases_went(:cases)", Object[].class)
        .setParameter("cases", cases)
        .getResultList()
        .forEach(row -> numbers.put((UUID) row[0], (String) row[1]));
    return numbers;
  }

  /** The merged case as it stands after a merge or its undoing. */
  record Moved(
      UUID caseId,
      String districtCode,
      UUID unitId,
      @Nullable UUID ownerId,
      int episode,
      @Nullable String riskLevel,
      @Nullable Instant riskSetAt,
      @Nullable UUID riskAssessmentId,
      long version) {}

  @Transactional(Transactional.TxType.MANDATORY)
  Moved join(UUID merge, Instant at, Instant recordedAt) {
    return carryOut("join_cases", merge, at, recordedAt);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Moved part(UUID merge, Instant at, Instant recordedAt) {
    return carryOut("part_cases", merge, at, recordedAt);
  }

  private Moved carryOut(String function, UUID merge, Instant at, Instant recordedAt) {
    // Afterwards a case may be out of reach: what Hibernate has to write is written before.
    entities.flush();
    Object[] row =
        entities
            .createNativeQuery(
                """
                select id, district_code, unit_id, owner_id, episode, risk_level, risk_set_at,
                       risk_assessment_id, version
                  from %s(:merge, :at, :recorded, :entries)\
                """
                    .formatted(function),
                Object[].class)
            .addScalar("id", UUID.class)
            .addScalar("district_code", String.class)
            .addScalar("unit_id", UUID.class)
            .addScalar("owner_id", UUID.class)
            .addScalar("episode", Integer.class)
            .addScalar("risk_level", String.class)
            .addScalar("risk_set_at", Instant.class)
            .addScalar("risk_assessment_id", UUID.class)
            .addScalar("version", Long.class)
            .setParameter("merge", merge)
            .setParameter("at", at.atOffset(ZoneOffset.UTC))
            .setParameter("recorded", recordedAt.atOffset(ZoneOffset.UTC))
            .setParameter("entries", new UUID[] {ids.next(), ids.next(), ids.next()})
            .getSingleResult();
    entities.clear();
    return new Moved(
        (UUID) row[0],
        (String) row[1],
        (UUID) row[2],
        (UUID) row[3],
        (Integer) row[4],
        (String) row[5],
        (Instant) row[6],
        (UUID) row[7],
        (Long) row[8]);
  }

  private long count(String query, UUID id) {
    return entities.createQuery(query, Long.class).setParameter("id", id).getSingleResult();
  }
}
