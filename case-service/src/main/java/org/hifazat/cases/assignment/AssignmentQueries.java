package org.hifazat.cases.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who had a case when, and which cases nobody has. */
@ApplicationScoped
public class AssignmentQueries {
  private final Session entities;
  private final ReachCase reach;
  private final FieldCipher cipher;
  private final AuditLog audit;
  private final CallerContext callers;

  AssignmentQueries(
      Session entities,
      ReachCase reach,
      FieldCipher cipher,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.reach = reach;
    this.cipher = cipher;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * One change of owner.
   *
   * @param openCases how many open cases the new owner had before this one
   */
  public record Change(
      UUID id,
      @Nullable UUID from,
      UUID to,
      Instant happenedAt,
      Instant recordedAt,
      UUID assignedBy,
      int openCases,
      String band,
      @Nullable String handover,
      @Nullable String reason) {}

  /** A case and its last changes of owner, the newest first. */
  public record Owners(CaseFile file, List<Change> changes) {}

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Owners ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    CaseFile file = reach.to(CaseOperation.VIEW_ASSIGNMENTS, caseId).file();
    audit.read(CaseOperation.VIEW_ASSIGNMENTS.name(), "case", caseId, "owners");
    String further =
        after == null ? "" : " and happenedAt <= :at and (happenedAt < :at or id < :id)";
    TypedQuery<OwnerChange> query =
        entities
            .createQuery(
                "from OwnerChange where caseId = :case"
                    + further
                    + " order by happenedAt desc, id desc",
                OwnerChange.class)
            .setParameter("case", caseId)
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return new Owners(
        file, query.getResultStream().map(change -> open(file.childId(), change)).toList());
  }

  private Change open(UUID child, OwnerChange change) {
    return new Change(
        change.id(),
        change.fromOwner().orElse(null),
        change.toOwner(),
        change.happenedAt(),
        change.recordedAt(),
        change.assignedBy(),
        change.openCases(),
        change.band(),
        open(child, OwnerChange.HANDOVER, change.id(), change.handover()),
        open(child, OwnerChange.REASON, change.id(), change.reason()));
  }

  private @Nullable String open(UUID child, String field, UUID row, byte @Nullable [] sealed) {
    return sealed == null ? null : cipher.decrypt(child, field, row, sealed);
  }

  /**
   * Open cases of the caller's unit that need an owner, the oldest first: nobody has them, somebody
   * stands in, or who had them has left.
   */
  @Transactional
  public List<CaseFile> unassigned(@Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text =
        """
        from CaseFile f where f.unitId = :unit and f.state <> 'closed'
         and (f.ownerId is null
           or exists (select 1 from Task t where t.caseId = f.id and t.kind = 'ownership-needed'
                         and t.state = 'open')
           or f.ownerId not in (select k.staffId from KnownColleague k
                                 where k.unitId = :unit and k.active))""";
    if (after != null) {
      text += " and f.openedAt >= :at and (f.openedAt > :at or f.id > :id)";
    }
    TypedQuery<CaseFile> query =
        entities
            .createQuery(text + " order by f.openedAt, f.id", CaseFile.class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    return query.getResultList();
  }
}
