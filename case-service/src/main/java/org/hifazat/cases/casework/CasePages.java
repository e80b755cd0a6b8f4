package org.hifazat.cases.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** What a case has of one kind, a page at a time; the thousandth page costs what the first does. */
@ApplicationScoped
public class CasePages {
  private final Session entities;

  CasePages(Session entities) {
    this.entities = entities;
  }

  /**
   * @param kind an entity with {@code caseId} and {@code id}
   * @param time the attribute that orders it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> List<T> newestFirst(
      Class<T> kind, String time, UUID caseId, @Nullable Cursor after, int limit) {
    return newestFirst(kind, "", time, caseId, after, limit);
  }

  /**
   * @param only a condition of the code, never of a caller, as in {@code and state = 'kept'}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> List<T> newestFirst(
      Class<T> kind, String only, String time, UUID caseId, @Nullable Cursor after, int limit) {
    String beyond =
        after == null ? "" : " and (%1$s < :at or (%1$s = :at and id < :id))".formatted(time);
    TypedQuery<T> query =
        entities
            .createQuery(
                "from %s where caseId = :case %s%s order by %s desc, id desc"
                    .formatted(kind.getSimpleName(), only, beyond, time),
                kind)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
