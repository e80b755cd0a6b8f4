package org.hifazat.cases.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.casefile.CasePages;
import org.hifazat.cases.child.ReadableChildren;
import org.hifazat.cases.lifecycle.Blocker;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reading approvals: the supervisors' queue, a case's own, and one with its frozen content. */
@ApplicationScoped
public class ApprovalQueries {
  private final Session entities;
  private final CaseFiles files;
  private final CasePages pages;
  private final Approvables kinds;
  private final ApprovalWords words;
  private final ReadableChildren readable;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  ApprovalQueries(
      Session entities,
      CaseFiles files,
      CasePages pages,
      Approvables kinds,
      ApprovalWords words,
      ReadableChildren readable,
      Relations relations,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.files = files;
    this.pages = pages;
    this.kinds = kinds;
    this.words = words;
    this.readable = readable;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /** A line of the queue. */
  public record Waiting(Approval approval, CaseFile file, @Nullable String displayName) {}

  private record Row(Approval approval, CaseFile file) {}

  /** One approval with what was submitted, and what a supervisor has to know before deciding. */
  public record Whole(
      Approval approval,
      List<Fact> content,
      @Nullable String note,
      @Nullable String comment,
      List<Blocker> blockers) {}

  /** What waits for the caller's unit, longest first. */
  @Transactional
  public List<Waiting> queue(@Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    String text =
        "select a, f from Approval a join CaseFile f on f.id = a.caseId"
            + " where a.unitId = :unit and a.state = 'pending'";
    if (after != null) {
      text += " and a.requestedAt >= :at and (a.requestedAt > :at or a.id > :id)";
    }
    TypedQuery<Object[]> query =
        entities
            .createQuery(text + " order by a.requestedAt, a.id", Object[].class)
            .setParameter("unit", unit.get())
            .setMaxResults(limit);
    if (after != null) {
      query.setParameter("at", after.at()).setParameter("id", after.id());
    }
    List<Row> rows =
        query.getResultList().stream()
            .map(row -> new Row((Approval) row[0], (CaseFile) row[1]))
            .toList();
    Map<UUID, String> names = readable.names(rows.stream().map(row -> row.file().id()).toList());
    return rows.stream()
        .map(row -> new Waiting(row.approval(), row.file(), names.get(row.file().id())))
        .toList();
  }

  /** All approvals of a case, newest first. */
  @Transactional
  public List<Approval> ofCase(UUID caseId, @Nullable Cursor after, int limit) {
    requireReadable(caseId);
    return pages.newestFirst(Approval.class, "requestedAt", caseId, after, limit);
  }

  /**
   * @throws ProblemException not-found, also when the approval belongs to another case
   */
  @Transactional
  public Whole one(UUID caseId, UUID id) {
    CaseFile file = requireReadable(caseId);
    Approval approval = entities.find(Approval.class, id);
    if (approval == null || !approval.caseId().equals(caseId)) {
      throw new ProblemException(CommonProblem.NOT_FOUND);
    }
    audit.read(CaseOperation.VIEW_APPROVALS.name(), "approval", id, approval.kind());
    ApprovalWords.Clear clear = words.open(file.childId(), approval);
    List<Blocker> blockers =
        approval.isPending()
            ? kinds.of(approval.kind()).map(kind -> kind.open(file)).orElse(List.of())
            : List.of();
    return new Whole(approval, clear.content(), clear.note(), clear.comment(), blockers);
  }

  /** The newest approval of each kind in the case's present episode. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Approval> latest(CaseFile file) {
    List<Approval> all =
        entities
            .createQuery(
                "from Approval where caseId = :case and episode = :episode", Approval.class)
            .setParameter("case", file.id())
            .setParameter("episode", file.episode())
            .getResultList();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                Approval::kind,
                Collectors.maxBy(
                    Comparator.comparing(Approval::recordedAt).thenComparing(Approval::id))))
        .values()
        .stream()
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Approval::kind))
        .toList();
  }

  /** Whether this thing of this kind was approved in the case's present episode. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isApproved(CaseFile file, String kind, UUID subjectId) {
    return entities
            .createQuery(
                "select count(*) from Approval where caseId = :case and episode = :episode"
                    + " and kind = :kind and subjectId = :subject and state = 'approved'",
                Long.class)
            .setParameter("case", file.id())
            .setParameter("episode", file.episode())
            .setParameter("kind", kind)
            .setParameter("subject", subjectId)
            .getSingleResult()
        > 0;
  }

  private CaseFile requireReadable(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(CaseOperation.VIEW_APPROVALS, relations.to(file), "case", caseId);
    return file;
  }
}
