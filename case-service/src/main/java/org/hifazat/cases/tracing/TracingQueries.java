package org.hifazat.cases.tracing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.cases.casefile.ReachCase;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Where a child without their people stands, and how the search for them went. */
@ApplicationScoped
public class TracingQueries {
  static final String DETAILS = "separation.details";
  static final String NOTE = "tracing_step.note";

  private final Session entities;
  private final ReachCase reach;
  private final FieldCipher cipher;
  private final AuditLog audit;

  TracingQueries(Session entities, ReachCase reach, FieldCipher cipher, AuditLog audit) {
    this.entities = entities;
    this.reach = reach;
    this.cipher = cipher;
    this.audit = audit;
  }

  /**
   * @param facts null when nothing is recorded
   * @param tracing null while nobody looks for the family
   * @param next steps the search may take now
   * @param tag what a change must name
   */
  public record Known(
      @Nullable SeparationFacts facts,
      @Nullable TracingStatus tracing,
      List<TracingStatus> next,
      List<KnownStep> steps,
      long tag) {}

  /** A step in clear. */
  public record KnownStep(
      UUID id,
      @Nullable String from,
      String to,
      Instant happenedAt,
      Instant recordedAt,
      @Nullable String note,
      @Nullable UUID personId) {}

  /**
   * The read is audited.
   *
   * @throws ProblemException not-found
   */
  @Transactional
  public Known ofCase(UUID caseId) {
    UUID child = reach.to(CaseOperation.VIEW_TRACING, caseId).child().id();
    audit.read(CaseOperation.VIEW_TRACING.name(), "case", caseId);
    return known(caseId, child);
  }

  @Transactional(Transactional.TxType.MANDATORY)
  Known known(UUID caseId, UUID child) {
    Separation separation = entities.find(Separation.class, caseId);
    if (separation == null) {
      return new Known(null, null, List.of(), List.of(), 0);
    }
    List<KnownStep> steps =
        entities
            .createQuery(
                "from TracingStep where caseId = :case order by happenedAt, id", TracingStep.class)
            .setParameter("case", caseId)
            .getResultStream()
            .map(step -> known(child, step))
            .toList();
    byte[] details = separation.details();
    TracingStatus tracing = separation.tracing().orElse(null);
    boolean alone = !separation.status().equals(Separation.WITH_CAREGIVER);
    return new Known(
        new SeparationFacts(
            separation.status(),
            separation.cause(),
            separation.separatedOn(),
            details == null ? null : cipher.decrypt(child, DETAILS, caseId, details)),
        tracing,
        TracingStatus.after(tracing).stream()
            .filter(to -> alone || to != TracingStatus.OPEN)
            .toList(),
        steps,
        separation.tag());
  }

  private KnownStep known(UUID child, TracingStep step) {
    byte[] note = step.note();
    return new KnownStep(
        step.id(),
        step.fromStatus(),
        step.toStatus(),
        step.happenedAt(),
        step.recordedAt(),
        note == null ? null : cipher.decrypt(child, NOTE, step.id(), note),
        step.personId());
  }
}
