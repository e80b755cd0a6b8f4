package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which cases are meant when many are given on at once. */
@ApplicationScoped
public class CasesToAssign {
  /** More at once is nobody's considered decision. */
  public static final int MOST = 100;

  private final Session entities;
  private final AuditLog audit;
  private final CallerContext callers;

  CasesToAssign(Session entities, AuditLog audit, CallerContext callers) {
    this.entities = entities;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * @param version of the case as the caller knows it
   */
  public record One(UUID caseId, long version) {}

  /**
   * @throws ProblemException filter-missing or too-many-cases
   */
  @Transactional
  public List<One> of(AssignManyCases.Command command) {
    List<One> listed = command.cases();
    UUID heldBy = command.heldBy();
    List<One> meant;
    if (listed != null && !listed.isEmpty() && heldBy == null) {
      Map<UUID, One> once = new LinkedHashMap<>();
      listed.forEach(one -> once.putIfAbsent(one.caseId(), one));
      meant = List.copyOf(once.values());
    } else if (heldBy != null && listed == null) {
      meant =
          heldBy(heldBy, null, MOST + 1).stream()
              .map(file -> new One(file.id(), file.version()))
              .toList();
    } else {
      throw new ProblemException(CaseProblem.FILTER_MISSING);
    }
    if (meant.size() > MOST) {
      throw new ProblemException(CaseProblem.TOO_MANY_CASES);
    }
    audit.performed(
        CaseOperation.ASSIGN_MANY_CASES.name(),
        "staff",
        command.ownerId(),
        String.valueOf(meant.size()));
    return meant;
  }

  /** Open cases of the caller's unit that a worker has, the oldest first. */
  @Transactional
  public List<CaseFile> heldBy(UUID staffId, @Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String beyond = after == null ? "" : " and openedAt >= :at and (openedAt > :at or id > :id)";
    TypedQuery<CaseFile> query =
        entities
            .createQuery(
                "from CaseFile where unitId = :unit and ownerId = :owner and state <> 'closed'"
                    + beyond
                    + " order by openedAt, id",
                CaseFile.class)
            .setParameter("unit", unit.get())
            .setParameter("owner", staffId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
