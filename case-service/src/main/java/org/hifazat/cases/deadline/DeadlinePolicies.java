package org.hifazat.cases.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.cases.CaseProblem;
import org.hifazat.cases.KarachiTime;
import org.hifazat.cases.access.CaseOperation;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** The deadlines in force, those before and those to come. */
@ApplicationScoped
public class DeadlinePolicies {
  private static final String LOW = "low";
  private static final String COLUMNS =
      "id, task_kind, risk_level, hours, time_kind, remind_percent, commission_percent,"
          + " valid_from, valid_to, source";

  private final Session entities;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final CallerContext callers;
  private final IdSource ids;
  private final Clock clock;

  DeadlinePolicies(
      Session entities,
      IdempotentCreation creation,
      AuditLog audit,
      CallerContext callers,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.creation = creation;
    this.audit = audit;
    this.callers = callers;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param validFrom today or later: a deadline is never changed for the past
   */
  public record Command(
      String taskKind,
      @Nullable String riskLevel,
      int hours,
      TimeKind timeKind,
      int remindPercent,
      int commissionPercent,
      LocalDate validFrom,
      String source) {}

  /** Every policy there is or was: as many as there are steps and decisions, not cases. */
  @Transactional
  public List<DeadlinePolicy> all() {
    return entities
        .createNativeQuery(
            "select "
                + COLUMNS
                + " from deadline_policy order by task_kind, risk_level, valid_from",
            Object[].class)
        .getResultStream()
        .map(DeadlinePolicies::read)
        .toList();
  }

  /**
   * From its first day the new policy takes over from the one before it. Clocks that run keep their
   * deadline.
   *
   * @throws ProblemException task-kind-unknown, policy-in-the-past, policy-overlaps,
   *     working-days-not-allowed, deadline-too-long, or one of idempotent creation
   */
  @Transactional
  public DeadlinePolicy set(Command command, @Nullable String idempotencyKey) {
    Created created =
        creation.once(
            idempotencyKey,
            CaseOperation.SET_DEADLINE_POLICY.name(),
            command,
            () -> insert(command));
    return one(created.id()).orElseThrow();
  }

  private Created insert(Command command) {
    if (unknown(command.taskKind())) {
      throw new ProblemException(CaseProblem.TASK_KIND_UNKNOWN);
    }
    if (command.validFrom().isBefore(KarachiTime.day(clock.instant()))) {
      throw new ProblemException(CaseProblem.POLICY_IN_THE_PAST);
    }
    refuseBeyondTheSource(command);
    lock(command);
    if (later(command) > 0) {
      throw new ProblemException(CaseProblem.POLICY_OVERLAPS);
    }
    endPredecessor(command);
    UUID id = ids.next();
    entities
        .createNativeMutationQuery(
            """
            insert into deadline_policy (id, task_kind, risk_level, hours, time_kind, remind_percent,
                                         commission_percent, valid_from, source, set_by, set_at)
            values (:id, :kind, :risk, :hours, :time, :remind, :commission, :from, :source, :by, :at)""")
        .setParameter("id", id)
        .setParameter("kind", command.taskKind())
        .setParameter("risk", command.riskLevel(), String.class)
        .setParameter("hours", command.hours())
        .setParameter("time", command.timeKind().label())
        .setParameter("remind", command.remindPercent())
        .setParameter("commission", command.commissionPercent())
        .setParameter("from", command.validFrom())
        .setParameter("source", command.source())
        .setParameter("by", callers.current().staffId().orElse(null), UUID.class)
        .setParameter("at", clock.instant())
        .executeUpdate();
    audit.performed(
        CaseOperation.SET_DEADLINE_POLICY.name(), "deadline-policy", id, command.taskKind());
    return Created.now(id, URI.create("/v1/deadline-policies/" + id));
  }

  /**
   * Calendar hours, and working days at low risk only: a child in danger has no days off. What a
   * guideline or law limits stays within it, on every day of the week.
   */
  private void refuseBeyondTheSource(Command command) {
    Optional<Integer> most = most(command.taskKind());
    boolean standsStill = command.timeKind() == TimeKind.WORKING_DAYS;
    if (standsStill && (most.isPresent() || !LOW.equals(command.riskLevel()))) {
      throw new ProblemException(CaseProblem.WORKING_DAYS_NOT_ALLOWED);
    }
    if (most.filter(hours -> command.hours() > hours).isPresent()) {
      throw new ProblemException(CaseProblem.DEADLINE_TOO_LONG);
    }
  }

  private Optional<Integer> most(String kind) {
    return entities
        .createNativeQuery(
            "select most_hours from deadline_limit where task_kind = :kind", Integer.class)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  /** Two who set the same step at once wait for each other. */
  private void lock(Command command) {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:step, 0))", Integer.class)
        .setParameter("step", "deadline-policy " + command.taskKind())
        .getSingleResult();
  }

  private long later(Command command) {
    return entities
        .createNativeQuery(
            """
            select count(*) from deadline_policy
             where task_kind = :kind and risk_level is not distinct from cast(:risk as text)
               and valid_from >= :from""",
            Long.class)
        .setParameter("kind", command.taskKind())
        .setParameter("risk", command.riskLevel(), String.class)
        .setParameter("from", command.validFrom())
        .getSingleResult();
  }

  private void endPredecessor(Command command) {
    entities
        .createNativeMutationQuery(
            """
            update deadline_policy set valid_to = :from
             where task_kind = :kind and risk_level is not distinct from cast(:risk as text)
               and valid_from < :from and (valid_to is null or valid_to > :from)""")
        .setParameter("kind", command.taskKind())
        .setParameter("risk", command.riskLevel(), String.class)
        .setParameter("from", command.validFrom())
        .executeUpdate();
  }

  /** A step nobody takes has no deadline: the steps are the program's, their time is not. */
  private boolean unknown(String kind) {
    return !entities
        .createNativeQuery(
            "select exists (select 1 from deadline_policy where task_kind = :kind)", Boolean.class)
        .setParameter("kind", kind)
        .getSingleResult();
  }

  private Optional<DeadlinePolicy> one(UUID id) {
    return entities
        .createNativeQuery(
            "select " + COLUMNS + " from deadline_policy where id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(DeadlinePolicies::read);
  }

  private static DeadlinePolicy read(Object[] row) {
    return new DeadlinePolicy(
        (UUID) row[0],
        (String) row[1],
        (String) row[2],
        (Integer) row[3],
        (String) row[4],
        ((Number) row[5]).intValue(),
        ((Number) row[6]).intValue(),
        day(row[7]),
        row[8] == null ? null : day(row[8]),
        (String) row[9]);
  }

  private static LocalDate day(Object column) {
    return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
  }
}
