package org.hifazat.identity.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * What Keycloak has still to be brought in line with. A request is one row, written in the
 * transaction of the change; it names only whose account it is, the wanted state is read when the
 * work is done, so requests that overtake each other do no harm.
 */
@ApplicationScoped
public class ProvisioningTasks {
  /** As the table spells them. */
  public enum Kind {
    ACCOUNT("account"),
    AGENCY_ACCOUNT("agency-account"),
    PARTNER_CLIENT("partner-client");

    private final String code;

    Kind(String code) {
      this.code = code;
    }
  }

  /** Taken by a worker until its lease ends. */
  record Taken(UUID subjectId, long requestedVersion, int attempts) {}

  private static final Duration LEASE = Duration.ofSeconds(60);

  private final EntityManager database;
  private final Clock clock;

  ProvisioningTasks(EntityManager database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Asks for the subject to be brought in line, once the present transaction has committed. */
  @Transactional(TxType.MANDATORY)
  public void request(Kind kind, UUID subjectId) {
    database
        .createNativeQuery(
            """
            insert into provisioning_task (kind, subject_id, requested_version, next_attempt_at)
            values (?1, ?2, 1, ?3)
            on conflict (kind, subject_id) do update
              set requested_version = provisioning_task.requested_version + 1,
                  attempts = 0, next_attempt_at = excluded.next_attempt_at
            """)
        .setParameter(1, kind.code)
        .setParameter(2, subjectId)
        .setParameter(3, at(clock.instant()))
        .executeUpdate();
  }

  /** How many subjects Keycloak is not in line with. */
  @Transactional
  public long waiting() {
    return ((Number)
            database
                .createNativeQuery(
                    "select count(*) from provisioning_task where applied_version < requested_version")
                .getSingleResult())
        .longValue();
  }

  @Transactional
  List<Taken> take(Kind kind, int most) {
    List<?> rows =
        database
            .createNativeQuery(
                """
                update provisioning_task set next_attempt_at = ?3
                where (kind, subject_id) in (
                  select kind, subject_id from provisioning_task
                  where kind = ?1 and applied_version < requested_version and next_attempt_at <= ?2
                  order by next_attempt_at limit ?4 for update skip locked)
                returning subject_id, requested_version, attempts
                """)
            .setParameter(1, kind.code)
            .setParameter(2, at(clock.instant()))
            .setParameter(3, at(clock.instant().plus(LEASE)))
            .setParameter(4, most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Taken(
                    (UUID) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).intValue()))
        .toList();
  }

  @Transactional
  void done(Kind kind, Taken task) {
    database
        .createNativeQuery(
            """
            update provisioning_task
            set applied_version = ?3, attempts = 0, failure = null, next_attempt_at = ?4
            where kind = ?1 and subject_id = ?2 and applied_version < ?3
            """)
        .setParameter(1, kind.code)
        .setParameter(2, task.subjectId())
        .setParameter(3, task.requestedVersion())
        .setParameter(4, at(clock.instant()))
        .executeUpdate();
  }

  @Transactional
  void failed(Kind kind, Taken task, String code, Duration wait) {
    database
        .createNativeQuery(
            """
            update provisioning_task set attempts = attempts + 1, failure = ?3, next_attempt_at = ?4
            where kind = ?1 and subject_id = ?2 and requested_version = ?5
            """)
        .setParameter(1, kind.code)
        .setParameter(2, task.subjectId())
        .setParameter(3, code)
        .setParameter(4, at(clock.instant().plus(wait)))
        .setParameter(5, task.requestedVersion())
        .executeUpdate();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
