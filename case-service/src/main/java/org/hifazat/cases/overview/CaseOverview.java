package org.hifazat.cases.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.access.Role;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.cases.child.ChildDetails;
import org.hifazat.cases.child.ChildParticulars;
import org.hifazat.cases.child.ReadableChildren;
import org.hifazat.cases.consent.Consent;
import org.hifazat.cases.consent.ConsentQueries;
import org.hifazat.cases.task.Task;
import org.hifazat.cases.task.TaskQueries;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Cursor;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Cases as they are read: the list, and one case with everything this service keeps of it. */
@ApplicationScoped
public class CaseOverview {
  private final Session entities;
  private final CaseFiles files;
  private final ChildDetails children;
  private final ReadableChildren readable;
  private final CaseWarnings warnings;
  private final ConsentQueries consents;
  private final TaskQueries tasks;
  private final Relations relations;
  private final Access access;
  private final AuditLog audit;
  private final CallerContext callers;

  CaseOverview(
      Session entities,
      CaseFiles files,
      ChildDetails children,
      ReadableChildren readable,
      CaseWarnings warnings,
      ConsentQueries consents,
      TaskQueries tasks,
      Relations relations,
      Access access,
      AuditLog audit,
      CallerContext callers) {
    this.entities = entities;
    this.files = files;
    this.children = children;
    this.readable = readable;
    this.warnings = warnings;
    this.consents = consents;
    this.tasks = tasks;
    this.relations = relations;
    this.access = access;
    this.audit = audit;
    this.callers = callers;
  }

  /**
   * One case whole.
   *
   * @param warnings codes of what to know before anybody acts
   * @param tasks that are open
   * @param done the latest of those that are not
   */
  public record Whole(
      CaseFile file,
      List<String> warnings,
      UUID childId,
      ChildParticulars child,
      List<Consent> consents,
      List<Task> tasks,
      List<Task> done) {}

  /**
   * A line of the list.
   *
   * @param nextTaskDueAt of the case's open tasks
   * @param displayName for those who may read the whole case
   * @param erased whether nobody can read any more what was written of the child
   * @param warnings codes of what to know before anybody acts, for the same
   */
  public record Line(
      CaseFile file,
      String sex,
      int birthYear,
      Relation relation,
      @Nullable Instant nextTaskDueAt,
      @Nullable String displayName,
      boolean erased,
      List<String> warnings) {}

  /** Newest first; as many statements however long the page. */
  @Transactional
  public List<Line> page(CaseFiles.@Nullable Progress progress, @Nullable Cursor after, int limit) {
    Optional<UUID> unit = callers.current().unitId();
    if (unit.isEmpty()) {
      return List.of();
    }
    List<CaseFiles.WithChild> rows = files.page(unit.get(), onlyOwner(), progress, after, limit);
    List<UUID> ids = rows.stream().map(row -> row.file().id()).toList();
    ReadableChildren.Names names = readable.of(ids);
    Map<UUID, Instant> due = nextTasks(ids);
    Map<UUID, List<String>> warned = warnings.of(ids);
    return rows.stream()
        .map(
            row ->
                new Line(
                    row.file(),
                    row.child().sex(),
                    row.child().birthYear(),
                    relations.to(row.file()),
                    due.get(row.file().id()),
                    names.given().get(row.file().id()),
                    names.erased().contains(row.file().id()),
                    names.given().containsKey(row.file().id())
                        ? warned.getOrDefault(row.file().id(), List.of())
                        : List.of()))
        .toList();
  }

  /** Who takes reports needs the unit's lines against duplicates; a psychologist does not. */
  private @Nullable UUID onlyOwner() {
    Caller caller = callers.current();
    return Role.SEE_THE_UNIT.stream().anyMatch(caller::has) ? null : caller.staffId().orElseThrow();
  }

  /** Empty when there is none within reach; the read is audited. */
  @Transactional
  public Optional<Whole> whole(UUID id, int done) {
    return files
        .withChild(id)
        .map(
            found -> {
              CaseFile file = found.file();
              access.require(
                  CaseOperation.VIEW_CASE, relations.to(CaseOperation.VIEW_CASE, file), "case", id);
              audit.read(CaseOperation.VIEW_CASE.name(), "case", id);
              return new Whole(
                  file,
                  warnings.of(List.of(id)).getOrDefault(id, List.of()),
                  found.child().id(),
                  children.open(found.child()),
                  consents.ofCase(id),
                  tasks.open(id),
                  tasks.done(id, null, done));
            });
  }

  /**
   * What was done, the latest first; the read is audited.
   *
   * @throws ProblemException not-found; forbidden comes from the rules
   */
  @Transactional
  public List<Task> done(UUID id, @Nullable Cursor after, int limit) {
    CaseFile file =
        files.withinReach(id).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    access.require(
        CaseOperation.VIEW_CASE, relations.to(CaseOperation.VIEW_CASE, file), "case", id);
    audit.read(CaseOperation.VIEW_CASE.name(), "case", id, "tasks");
    return tasks.done(id, after, limit);
  }

  private Map<UUID, Instant> nextTasks(Collection<UUID> caseIds) {
    Map<UUID, Instant> due = new HashMap<>();
    if (!caseIds.isEmpty()) {
      entities
          .createQuery(
              """
              select caseId, min(dueAt) from Task where caseId in :cases and state = 'open'
              group by caseId""",
              Object[].class)
          .setParameter("cases", caseIds)
          .getResultList()
          .forEach(row -> due.put((UUID) row[0], (Instant) row[1]));
    }
    return due;
  }
}
