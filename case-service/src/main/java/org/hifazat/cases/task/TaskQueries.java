package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.jspecify.annotations.Nullable;

/** Reading deadlines. */
@ApplicationScoped
public class TaskQueries {
  private final Session entities;
  private final CallerContext callers;

  TaskQueries(Session entities, CallerContext callers) {
    this.entities = entities;
    this.callers = callers;
  }

  /** The caller's open tasks, the most pressing first. */
  @Transactional
  public List<Task> own(@Nullable Cursor after, int limit) {
    String text = "from Task where ownerId = :staff and state = 'open'";
    if (after != null) {
      text += " and (dueAt > :at or (dueAt = :at and id > :id))";
    }
    TypedQuery<Task> query =
        entities
            .createQuery(text + " order by dueAt, id", Task.class)
            .setParameter("staff", callers.current().staffId().orElseThrow())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public List<Task> ofCase(UUID caseId) {
    return entities
        .createQuery(
            "from Task where caseId = :case and state <> 'superseded' order by dueAt, id",
            Task.class)
        .setParameter("case", caseId)
        .getResultList();
  }
}
