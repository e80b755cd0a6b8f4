package org.hifazat.cases.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.Relations;
import org.hifazat.platform.security.Relation;

/** Both sides of pairs, and how the caller stands to them. */
@ApplicationScoped
class Sides {
  private final Session entities;
  private final Relations relations;

  Sides(Session entities, Relations relations) {
    this.entities = entities;
    this.relations = relations;
  }

  /** By case id, in one statement; empty for pairs without a side in the caller's unit. */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<UUID, Side> of(Collection<UUID> pairs) {
    Map<UUID, Side> sides = new HashMap<>();
    if (!pairs.isEmpty()) {
      entities
          .createNativeQuery(
              """
              select case_id, child_id, number, unit_id, district_code, owner_id, state, sex, birth_year
                from sides_of_pairs(:pairs)\
              """,
              Object[].class)
          .setParameter("pairs", pairs.toArray(UUID[]::new))
          .getResultList()
          .forEach(row -> sides.put((UUID) row[0], side(row)));
    }
    return sides;
  }

  /** Own when one of the two is the caller's, else the unit's. */
  Relation relation(Side one, Side other) {
    Relation toOne = relations.to(one.unitId(), one.ownerId());
    Relation toOther = relations.to(other.unitId(), other.ownerId());
    if (toOne == Relation.OWN || toOther == Relation.OWN) {
      return Relation.OWN;
    }
    return toOne == Relation.SAME_UNIT ? toOne : toOther;
  }

  Relation relation(Side side) {
    return relations.to(side.unitId(), side.ownerId());
  }

  private static Side side(Object[] row) {
    return new Side(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (UUID) row[3],
        (String) row[4],
        (UUID) row[5],
        (String) row[6],
        (String) row[7],
        ((Number) row[8]).intValue());
  }
}
