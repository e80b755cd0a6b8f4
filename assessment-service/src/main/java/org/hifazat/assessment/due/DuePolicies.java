package org.hifazat.assessment.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.CommonQueryContract;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.assessment.AssessmentProblem;
import org.hifazat.assessment.access.AssessmentOperation;
import org.hifazat.assessment.instrument.DescriptorCheck;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/** The policies in force, those before and those to come. What is due already stays as it was. */
@ApplicationScoped
public class DuePolicies {

  private static final String POLICY = "due-policy";

  private static final String ALL =
      """
      select id, purpose, step, risk_level, from_months, to_months, after_contact, within_hours,
             valid_from, valid_to, source
        from due_policy
      """;

  /** The same question: only its hours, its days and its source may differ. */
  private static final String SAME =
      """
       where purpose = :purpose and step is not distinct from cast(:step as text)
         and risk_level is not distinct from cast(:risk as text)
         and from_months = :from_months and to_months is not distinct from cast(:to_months as integer)
         and after_contact = :contact
      """;

  private static final String INSERT =
      """
      insert into due_policy (id, purpose, step, risk_level, from_months, to_months, after_contact,
                              within_hours, valid_from, source, set_by, set_at)
      values (:id, :purpose, :step, :risk, :from_months, :to_months, :contact, :hours, :day, :source, :by, :at)
      """;

  private final Session database;
  private final Access access;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final AssessmentConfig config;
  private final IdSource ids;
  private final Clock clock;

  DuePolicies(
      Session database,
      Access access,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      AssessmentConfig config,
      IdSource ids,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.config = config;
    this.ids = ids;
    this.clock = clock;
  }

  /** When an assessment is asked for. */
  public record Question(
      String purpose,
      @Nullable String step,
      @Nullable String riskLevel,
      int fromMonths,
      @Nullable Integer toMonths,
      boolean afterContact) {}

  /**
   * @param validFrom today or later: nothing is asked for in the past
   */
  public record Command(Question question, int withinHours, LocalDate validFrom, String source) {}

  /** Every policy there is or was: as many as there are decisions, not cases. */
  @Transactional
  public List<DuePolicy> all() {
    access.require(AssessmentOperation.LIST_DUE_POLICIES, Relation.NONE);
    return database
        .createNativeQuery(
            ALL + " order by purpose, after_contact, step, risk_level, from_months, valid_from",
            Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("purpose", String.class)
        .addScalar("step", String.class)
        .addScalar("risk_level", String.class)
        .addScalar("from_months", Integer.class)
        .addScalar("to_months", Integer.class)
        .addScalar("after_contact", Boolean.class)
        .addScalar("within_hours", Integer.class)
        .addScalar("valid_from", LocalDate.class)
        .addScalar("valid_to", LocalDate.class)
        .addScalar("source", String.class)
        .getResultStream()
        .map(DuePolicies::read)
        .toList();
  }

  /**
   * From its first day the new policy takes over from the one that asks the same.
   *
   * @throws ProblemException purpose-unknown, ages-contradict, policy-in-the-past, policy-overlaps,
   *     or one of idempotent creation
   */
  @Transactional
  public Created set(Command command, @Nullable String idempotencyKey) {
    AssessmentOperation operation = AssessmentOperation.SET_DUE_POLICY;
    access.require(operation, Relation.NONE);
    return creation.once(idempotencyKey, operation.name(), command, () -> insert(command));
  }

  /**
   * From a day on it asks for nothing.
   *
   * @throws ProblemException not-found, policy-in-the-past, policy-overlaps when it has ended by
   *     then or not begun
   */
  @Transactional
  public void end(UUID id, LocalDate day) {
    AssessmentOperation operation = AssessmentOperation.END_DUE_POLICY;
    access.require(operation, Relation.NONE);
    requireToCome(day, "/validTo");
    DuePolicy policy = one(id);
    lock(policy.purpose());
    int ended =
        database
            .createNativeMutationQuery(
                "update due_policy set valid_to = ?2 where id = ?1 and valid_from < ?2"
                    + " and (valid_to is null or valid_to > ?2)")
            .setParameter(1, id)
            .setParameter(2, day)
            .executeUpdate();
    if (ended == 0) {
      throw new ProblemException(
          AssessmentProblem.POLICY_OVERLAPS, new Violation("/validTo", "range"));
    }
    audit.performed(operation.name(), POLICY, id, policy.purpose());
  }

  /** One that is there. */
  @Transactional
  public DuePolicy one(UUID id) {
    return all().stream()
        .filter(policy -> policy.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND));
  }

  private Created insert(Command command) {
    Question question = command.question();
    if (!DescriptorCheck.isPurpose(question.purpose())) {
      throw new ProblemException(
          AssessmentProblem.PURPOSE_UNKNOWN, new Violation("/purpose", "unknown"));
    }
    Integer last = question.toMonths();
    if (last != null && last < question.fromMonths()) {
      throw new ProblemException(
          AssessmentProblem.AGES_CONTRADICT, new Violation("/toMonths", "range"));
    }
    requireToCome(command.validFrom(), "/validFrom");
    lock(question.purpose());
    long later =
        asking(
                question,
                database.createNativeQuery(
                    "select count(*) from due_policy" + SAME + " and valid_from >= :day",
                    Long.class))
            .setParameter("day", command.validFrom())
            .getSingleResult();
    if (later > 0) {
      throw new ProblemException(
          AssessmentProblem.POLICY_OVERLAPS, new Violation("/validFrom", "range"));
    }
    asking(
            question,
            database.createNativeMutationQuery(
                "update due_policy set valid_to = :day"
                    + SAME
                    + " and valid_from < :day and (valid_to is null or valid_to > :day)"))
        .setParameter("day", command.validFrom())
        .executeUpdate();
    UUID id = ids.next();
    asking(question, database.createNativeMutationQuery(INSERT))
        .setParameter("id", id)
        .setParameter("hours", command.withinHours())
        .setParameter("day", command.validFrom())
        .setParameter("source", command.source())
        .setParameter("by", callers.current().staffId().orElse(null), UUID.class)
        .setParameter("at", clock.instant())
        .executeUpdate();
    audit.performed(AssessmentOperation.SET_DUE_POLICY.name(), POLICY, id, question.purpose());
    return Created.now(id, URI.create("/v1/due-policies/" + id));
  }

  private static <Q extends CommonQueryContract> Q asking(Question question, Q query) {
    query.setParameter("purpose", question.purpose());
    query.setParameter("step", question.step(), String.class);
    query.setParameter("risk", question.riskLevel(), String.class);
    query.setParameter("from_months", question.fromMonths());
    query.setParameter("to_months", question.toMonths(), Integer.class);
    query.setParameter("contact", question.afterContact());
    return query;
  }

  private void requireToCome(LocalDate day, String field) {
    if (day.isBefore(LocalDate.ofInstant(clock.instant(), config.zone()))) {
      throw new ProblemException(
          AssessmentProblem.POLICY_IN_THE_PAST, new Violation(field, "range"));
    }
  }

  /** Two who change the same at once wait for each other. */
  private void lock(String purpose) {
    database
        .createNativeQuery(
            "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)", String.class)
        .setParameter(1, "due-policy:" + purpose)
        .getSingleResult();
  }

  private static DuePolicy read(Object[] row) {
    return new DuePolicy(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Integer) row[4],
        (Integer) row[5],
        (Boolean) row[6],
        (Integer) row[7],
        (LocalDate) row[8],
        (LocalDate) row[9],
        (String) row[10]);
  }
}
