package org.hifazat.cases.risk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.casefile.CaseFile;
import org.hifazat.cases.child.Child;
import org.hifazat.cases.child.ChildDetails;

/**
 * Which assessments a case has had, and what each was for; the answers stay where they were given.
 */
@ApplicationScoped
class ToldAssessments {
  /** Of the whole child: Inter-Agency Guidelines for Case Management (2014), step 2. */
  static final String COMPREHENSIVE = "comprehensive";

  private static final String RISK = "risk";

  private final Session entities;
  private final ChildDetails children;
  private final Clock clock;

  ToldAssessments(Session entities, ChildDetails children, Clock clock) {
    this.entities = entities;
    this.children = children;
    this.clock = clock;
  }

  /** One of them. */
  record Told(UUID id, Instant conductedAt) {}

  /** Told twice, it is kept once. */
  @Transactional(Transactional.TxType.MANDATORY)
  void keep(AssessmentTold told) {
    entities
        .createNativeMutationQuery(
            """
            insert into told_assessment (assessment_id, case_id, purpose, valid, conducted_at, recorded_at)
            values (:id, :case, :purpose, :valid, :conducted, :now) on conflict do nothing""")
        .setParameter("id", told.assessmentId())
        .setParameter("case", told.caseId())
        .setParameter("purpose", told.purpose() == null ? RISK : told.purpose())
        .setParameter("valid", !Boolean.FALSE.equals(told.valid()))
        .setParameter("conducted", told.conductedAt())
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  /**
   * The instruments for the whole child end with childhood: nobody of age can be asked for one. Of
   * a closed case nothing is asked.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  boolean isOfAge(CaseFile file) {
    Child child = file.isClosed() ? null : entities.find(Child.class, file.childId());
    return child != null && !children.open(child).age().under18(KarachiTime.day(clock.instant()));
  }

  /**
   * The latest of the running episode in which enough was answered; an earlier episode's is past.
   * That of a case which went into this one is of the same child.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Optional<Told> comprehensive(CaseFile file) {
    return entities
        .createNativeQuery(
            """
            select assessment_id, conducted_at from told_assessment
             where case_id in (select history_of_case(:case)) and purpose = :purpose and valid
               and conducted_at >= coalesce(cast(:since as timestamptz), conducted_at)
             order by conducted_at desc, assessment_id desc limit 1""",
            Object[].class)
        .addScalar("assessment_id", UUID.class)
        .addScalar("conducted_at", Instant.class)
        .setParameter("case", file.id())
        .setParameter("purpose", COMPREHENSIVE)
        .setParameter("since", file.reopenedAt().orElse(null), Instant.class)
        .getResultStream()
        .findFirst()
        .map(row -> new Told((UUID) row[0], (Instant) row[1]));
  }
}
