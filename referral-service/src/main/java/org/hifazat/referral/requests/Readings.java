package org.hifazat.referral.requests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** When each side first read a referral, and as it stands now. */
@ApplicationScoped
public class Readings {
  private final Session session;
  private final Clock clock;

  Readings(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * @param currentAt when it was first read as it stands now; absent while only an older state was
   */
  public record Reading(Instant firstAt, @Nullable Instant currentAt) {}

  /** Who reads the same again changes nothing. */
  @Transactional(Transactional.TxType.MANDATORY)
  void read(Referral referral, Side side) {
    session
        .createNativeMutationQuery(
            """
            insert into referral_reading as known (referral_id, side, first_at, version, version_at)
            values (:referral, :side, :now, :version, :now)
            on conflict (referral_id, side) do update
              set version = excluded.version, version_at = excluded.version_at
              where known.version < excluded.version""")
        .setParameter("referral", referral.id())
        .setParameter("side", side.label())
        .setParameter("now", clock.instant())
        .setParameter("version", referral.version())
        .executeUpdate();
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Reading> of(UUID referralId, Side side, long version) {
    return session
        .createNativeQuery(
            "select first_at, version_at, version from referral_reading"
                + " where referral_id = :referral and side = :side",
            Object[].class)
        .setParameter("referral", referralId)
        .setParameter("side", side.label())
        .getResultList()
        .stream()
        .findFirst()
        .map(
            row ->
                new Reading(
                    (Instant) row[0],
                    ((Number) row[2]).longValue() == version ? (Instant) row[1] : null));
  }
}
