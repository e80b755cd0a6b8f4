package org.hifazat.cases.duplicates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.matching.Judgement;
import org.hifazat.platform.persistence.IdSource;

/** What the matcher found, written down for people to look at. */
@ApplicationScoped
class Pairs {
  private final Session entities;
  private final ObjectMapper json;
  private final IdSource ids;
  private final Clock clock;

  Pairs(Session entities, ObjectMapper json, IdSource ids, Clock clock) {
    this.entities = entities;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /** A child who may be the one that was looked for. */
  record Found(UUID child, Judgement judgement) {}

  /** A child with the case it stands in the queue for. */
  private record Place(UUID caseId, UUID unitId) {}

  /**
   * What was found last holds. A pair that somebody decided on stays as it was decided; one that
   * nobody looked at goes when it no longer looks alike.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void found(UUID child, List<Found> found) {
    List<UUID> others = found.stream().map(Found::child).toList();
    entities
        .createNativeQuery(
            """
            update duplicate_pair set state = 'gone', version = version + 1
             where state = 'open' and (one_child = :child or other_child = :child)
               and not (case when one_child = :child then other_child else one_child end = any (:others))\
            """)
        .setParameter("child", child)
        .setParameter("others", others.toArray(UUID[]::new))
        .executeUpdate();
    if (found.isEmpty()) {
      return;
    }
    List<UUID> everybody = new ArrayList<>(others);
    everybody.add(child);
    Map<UUID, Place> places = places(everybody);
    for (Found other : found) {
      if (places.containsKey(child) && places.containsKey(other.child())) {
        keep(child, other, places);
      }
    }
  }

  private void keep(UUID child, Found found, Map<UUID, Place> places) {
    // The database orders uuids by their bytes, as their text is ordered.
    boolean inOrder = child.toString().compareTo(found.child().toString()) < 0;
    UUID one = inOrder ? child : found.child();
    UUID other = inOrder ? found.child() : child;
    Place first = places.getOrDefault(one, new Place(one, one));
    Place second = places.getOrDefault(other, new Place(other, other));
    Judgement judgement = found.judgement();
    entities
        .createNativeQuery(
            """
            insert into duplicate_pair (id, one_child, other_child, one_case, other_case, one_unit, other_unit,
                                        zone, chance, weight, parts, weights_version, found_at, state, version)
            values (:id, :one, :other, :oneCase, :otherCase, :oneUnit, :otherUnit,
                    :zone, :chance, :weight, cast(:parts as jsonb), :weights, :at, 'open', 0)
            on conflict (one_child, other_child) do update set
              zone = excluded.zone, chance = excluded.chance, weight = excluded.weight, parts = excluded.parts,
              weights_version = excluded.weights_version, version = duplicate_pair.version + 1,
              state = case when duplicate_pair.state = 'gone' then 'open' else duplicate_pair.state end
            where duplicate_pair.state in ('open', 'gone')
              and (duplicate_pair.state = 'gone' or duplicate_pair.parts <> excluded.parts)\
            """)
        .setParameter("id", ids.next())
        .setParameter("one", one)
        .setParameter("other", other)
        .setParameter("oneCase", first.caseId())
        .setParameter("otherCase", second.caseId())
        .setParameter("oneUnit", first.unitId())
        .setParameter("otherUnit", second.unitId())
        .setParameter("zone", judgement.zone().name().toLowerCase(Locale.ROOT))
        .setParameter("chance", judgement.chance())
        .setParameter("weight", judgement.weight())
        .setParameter("parts", parts(judgement))
        .setParameter("weights", (short) Judgement.WEIGHTS_VERSION)
        .setParameter("at", clock.instant().atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  private Map<UUID, Place> places(List<UUID> children) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select distinct on (child_id) child_id, id, unit_id from case_file
                 where child_id = any (:children) order by child_id, opened_at, id\
                """,
                Object[].class)
            .setParameter("children", children.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, Place> places = new HashMap<>();
    rows.forEach(row -> places.put((UUID) row[0], new Place((UUID) row[1], (UUID) row[2])));
    return places;
  }

  private String parts(Judgement judgement) {
    List<Judgement.Part> rounded =
        judgement.parts().stream()
            .map(
                part ->
                    new Judgement.Part(
                        part.field(),
                        part.level(),
                        Math.round(part.weight() * 100) / 100.0,
                        part.oneIn()))
            .toList();
    try {
      return json.writeValueAsString(rounded);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
