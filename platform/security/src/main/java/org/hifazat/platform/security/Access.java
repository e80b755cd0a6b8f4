package org.hifazat.platform.security;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks the rules whether the present caller may perform an operation on a record. */
@ApplicationScoped
public class Access {
  private final CallerContext callers;
  private final OperationCatalogue catalogue;
  private final AuditLog audit;
  private final StepUp stepUp;

  Access(CallerContext callers, OperationCatalogue catalogue, AuditLog audit, StepUp stepUp) {
    this.callers = callers;
    this.catalogue = catalogue;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  /** Whether a role of the caller covers the relation. */
  public boolean permits(Operation operation, Relation relation) {
    return catalogue.rule(operation.name()).permits(callers.current().roles(), relation);
  }

  /**
   * Refuses, and records the attempt, unless a role of the caller covers the relation.
   *
   * @throws RefusedException answered with 403; what is out of reach should rather be 404
   * @throws StepUpRequiredException when the operation is {@link Sensitive} and the sign-in too old
   *     or too weak; answered with 401
   */
  public void require(Operation operation, Relation relation) {
    require(operation, relation, "operation", operation.name());
  }

  /**
   * As {@link #require(Operation, Relation)}, naming the record in the audit trail.
   *
   * @param subjectType the kind of record, e.g. {@code case}
   * @param subjectId its id
   */
  public void require(
      Operation operation, Relation relation, String subjectType, Object subjectId) {
    if (!permits(operation, relation)) {
      audit.refused(operation.name(), subjectType, subjectId, "relation:" + relation.name());
      throw new RefusedException(operation.name());
    }
    stepUp.require(operation.name(), subjectType, subjectId);
  }
}
