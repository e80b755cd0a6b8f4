package org.hifazat.cases.lifecycle;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.access.Relations;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.casefile.CaseFiles;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where a case stands: its header, and what may be done next or why not. */
@ApplicationScoped
public class CaseStanding {
  private final Session entities;
  private final CaseFiles files;
  private final Gates gates;
  private final Steps steps;
  private final List<CaseWarnings> warnings;
  private final Relations relations;
  private final Access access;

  CaseStanding(
      Session entities,
      CaseFiles files,
      Gates gates,
      Steps steps,
      @All List<CaseWarnings> warnings,
      Relations relations,
      Access access) {
    this.entities = entities;
    this.files = files;
    this.gates = gates;
    this.steps = steps;
    this.warnings = warnings;
    this.relations = relations;
    this.access = access;
  }

  /**
   * A step that leads on from here.
   *
   * @param yours whether the caller's role may take it at all
   * @param blockers what stands in the way; nothing does when empty
   */
  public record NextStep(Step step, boolean yours, List<Blocker> blockers) {}

  /** The next thing that has to be done by a certain time. */
  public record Deadline(UUID taskId, String kind, Instant dueAt) {}

  /** All of it. */
  public record Standing(
      CaseFile file,
      @Nullable Deadline nextDeadline,
      List<Warning> warnings,
      List<NextStep> nextSteps,
      List<Steps.Taken> taken) {}

  /**
   * @throws ProblemException not-found or forbidden
   */
  @Transactional
  public Standing of(UUID caseId) {
    CaseFile file =
        files.withinReach(caseId).orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
    Relation relation = relations.to(CaseOperation.VIEW_STANDING, file);
    access.require(CaseOperation.VIEW_STANDING, relation, "case", caseId);
    return new Standing(
        file,
        nextDeadline(caseId).orElse(null),
        warnings.stream().flatMap(feature -> feature.of(file).stream()).toList(),
        Step.outOf(file.step()).stream()
            .map(step -> new NextStep(step, yours(step, relation), gates.before(file, step)))
            .toList(),
        steps.ofCase(caseId));
  }

  private boolean yours(Step step, Relation relation) {
    return access.permits(
        switch (step) {
          case ASSESS, PLAN, IMPLEMENT, REVIEW, REPLAN -> CaseOperation.TAKE_STEP;
          case CLOSE -> CaseOperation.PROPOSE_CLOSURE;
          case REOPEN -> CaseOperation.REOPEN_CASE;
        },
        relation);
  }

  private Optional<Deadline> nextDeadline(UUID caseId) {
    return entities
        .createQuery(
            "select t.id, t.kind, t.dueAt from Task t where t.caseId = :case and t.state = 'open'"
                + " order by t.dueAt, t.id",
            Object[].class)
        .setParameter("case", caseId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(row -> new Deadline((UUID) row[0], (String) row[1], (Instant) row[2]));
  }
}
