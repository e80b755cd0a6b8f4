package org.hifazat.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** A case's consents, in the order they happened, and the overrides a unit has to countersign. */
@ApplicationScoped
public class ConsentQueries {
  static final String WITNESS = "consent.witness";

  private final Session entities;
  private final CallerContext callers;

  ConsentQueries(Session entities, CallerContext callers) {
    this.entities = entities;
    this.callers = callers;
  }

  /** An override that waits for its second person. */
  public record Awaiting(ConsentOverride override, String caseNumber) {}

  @Transactional(Transactional.TxType.MANDATORY)
  public List<Consent> ofCase(UUID caseId) {
    return entities
        .createQuery(
            "from Consent where caseId = :case order by happenedAt, recordedAt, id", Consent.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** The unit's, the one that lapses first before all others. */
  @Transactional
  public List<Awaiting> awaiting(@Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text =
        "select o, f from ConsentOverride o join CaseFile f on f.id = o.caseId"
            + " where f.unitId = :unit and o.state = 'awaiting'";
    if (after != null) {
      text += " and (o.dueAt > :at or (o.dueAt = :at and o.id > :id))";
    }
    TypedQuery<Object[]> query =
        entities
            .createQuery(text + " order by o.dueAt, o.id", Object[].class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList().stream()
        .map(row -> new Awaiting((ConsentOverride) row[0], ((CaseFile) row[1]).number()))
        .toList();
  }
}
