package org.hifazat.cases.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hifazat.cases.KarachiTime;
import org.jspecify.annotations.Nullable;

/** When a step must be done, by the policy valid on the day its clock starts. */
@ApplicationScoped
public class Deadlines {
  private final Session entities;

  Deadlines(Session entities) {
    this.entities = entities;
  }

  private record Policy(
      UUID id, int hours, TimeKind timeKind, int remindPercent, int commissionPercent) {}

  /**
   * @param riskLevel null for steps that do not depend on it
   * @param from when the clock starts: the time the thing happened, not the time it was entered
   * @return empty when no policy covers the step, as for risk level none
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Marks> of(String taskKind, @Nullable String riskLevel, Instant from) {
    return policy(taskKind, riskLevel, KarachiTime.day(from)).map(policy -> marks(policy, from));
  }

  /** Steps that have a time of their own at this risk. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> stepsAt(String riskLevel, Instant from) {
    return entities
        .createNativeQuery(
            """
            select distinct task_kind from deadline_policy
             where risk_level = :risk and valid_from <= :day and (valid_to is null or valid_to > :day)""",
            String.class)
        .setParameter("risk", riskLevel)
        .setParameter("day", KarachiTime.day(from))
        .getResultStream()
        .collect(Collectors.toSet());
  }

  private Marks marks(Policy policy, Instant from) {
    Duration time = Duration.ofHours(policy.hours());
    Duration half = time.multipliedBy(policy.remindPercent()).dividedBy(100);
    Duration twice = time.multipliedBy(policy.commissionPercent()).dividedBy(100);
    return switch (policy.timeKind()) {
      case CALENDAR ->
          new Marks(policy.id(), from, from.plus(half), from.plus(time), from.plus(twice));
      case WORKING_DAYS -> {
        WorkingDays clock = new WorkingDays(holidays(KarachiTime.day(from)));
        yield new Marks(
            policy.id(),
            from,
            clock.after(from, half),
            clock.after(from, time),
            clock.after(from, twice));
      }
    };
  }

  private Optional<Policy> policy(String taskKind, @Nullable String riskLevel, LocalDate day) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select id, hours, time_kind, remind_percent, commission_percent from deadline_policy
                 where task_kind = :kind and (risk_level = :risk or risk_level is null)
                   and valid_from <= :day and (valid_to is null or valid_to > :day)
                 order by risk_level nulls last, valid_from desc limit 1""",
                Object[].class)
            .setParameter("kind", taskKind)
            .setParameter("risk", riskLevel, String.class)
            .setParameter("day", day)
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Policy(
                    (UUID) row[0],
                    (Integer) row[1],
                    TimeKind.of((String) row[2]),
                    ((Number) row[3]).intValue(),
                    ((Number) row[4]).intValue()));
  }

  /** The list is short: what is entered of the years to come. */
  private Set<LocalDate> holidays(LocalDate from) {
    return entities
        .createNativeQuery("select day from holiday where day >= :from", LocalDate.class)
        .setParameter("from", from)
        .getResultStream()
        .collect(Collectors.toSet());
  }
}
