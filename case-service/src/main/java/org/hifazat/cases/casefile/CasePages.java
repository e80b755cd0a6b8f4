package org.hifazat.cases.casefile;

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

  /** The same over a case and those that went into it. */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> List<T> newestFirst(
      Class<T> kind,
      String only,
      String time,
      CaseHistory.Parts history,
      @Nullable Cursor after,
      int limit) {
    return page(kind, only, time, history.ids(), after, limit);
  }

  /**
   * @param only a condition of the code, never of a caller, as in {@code and state = 'kept'}
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> List<T> newestFirst(
      Class<T> kind, String only, String time, UUID caseId, @Nullable Cursor after, int limit) {
    return page(kind, only, time, List.of(caseId), after, limit);
  }

  /** As they were written down, the oldest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public <T> List<T> oldestFirst(Class<T> kind, UUID caseId, @Nullable Cursor after, int limit) {
    return page(
        "from %s where caseId in (:cases)%s order by recordedAt, id"
            .formatted(
                kind.getSimpleName(),
                after == null ? "" : " and recordedAt >= :at and (recordedAt > :at or id > :id)"),
        kind,
        List.of(caseId),
        after,
        limit);
  }

  private <T> List<T> page(
      Class<T> kind,
      String only,
      String time,
      List<UUID> cases,
      @Nullable Cursor after,
      int limit) {
    String beyond =
        after == null ? "" : " and %1$s <= :at and (%1$s < :at or id < :id)".formatted(time);
    return page(
        "from %s where caseId in (:cases) %s%s order by %s desc, id desc"
            .formatted(kind.getSimpleName(), only, beyond, time),
        kind,
        cases,
        after,
        limit);
  }

  private <T> List<T> page(
      String text, Class<T> kind, List<UUID> cases, @Nullable Cursor after, int limit) {
    TypedQuery<T> query =
        entities.createQuery(text, kind).setParameter("cases", cases).setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
