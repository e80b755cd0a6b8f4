package org.hifazat.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.Role;
import org.hifazat.platform.security.Caller;
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

  /**
   * The caller's open tasks, the most pressing first. What nobody owns yet stands before the unit's
   * supervisors.
   */
  @Transactional
  public List<Task> own(@Nullable Cursor after, int limit) {
    Caller caller = callers.current();
    String owned =
        caller.has(Role.SUPERVISOR) ? "(ownerId = :staff or ownerId is null)" : "ownerId = :staff";
    String text = "from Task where " + owned + " and state = 'open'";
    if (after != null) {
      text += " and dueAt >= :at and (dueAt > :at or id > :id)";
    }
    TypedQuery<Task> query =
        entities
            .createQuery(text + " order by dueAt, id", Task.class)
            .setParameter("staff", caller.staffId().orElseThrow())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }

  /** Those of one kind that stand for parts of the case, whatever became of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Task> ofCase(UUID caseId, String kind) {
    return entities
        .createQuery(
            "from Task where caseId = :case and kind = :kind and subjectId is not null"
                + " order by recordedAt, id",
            Task.class)
        .setParameter("case", caseId)
        .setParameter("kind", kind)
        .getResultList();
  }

  /** What is to be done on a case, the most pressing first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Task> open(UUID caseId) {
    return entities
        .createQuery(
            "from Task where caseId = :case and state = 'open' order by dueAt, id", Task.class)
        .setParameter("case", caseId)
        .getResultList();
  }

  /** What was done on a case, the latest first: a case of many years has many. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Task> done(UUID caseId, @Nullable Cursor after, int limit) {
    String beyond = after == null ? "" : " and doneAt <= :at and (doneAt < :at or id < :id)";
    TypedQuery<Task> query =
        entities
            .createQuery(
                "from Task where caseId = :case and state = 'done'"
                    + beyond
                    + " order by doneAt desc, id desc",
                Task.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
