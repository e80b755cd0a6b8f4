package org.hifazat.monitoring.facts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.hifazat.monitoring.KarachiTime;
import org.hifazat.monitoring.tally.Count;
import org.hifazat.monitoring.tally.Measure;
import org.hifazat.monitoring.tally.Tallies;
import org.jspecify.annotations.Nullable;

/** What is known of referrals: each stage counts in the month it was first reached in. */
@ApplicationScoped
class ReferralFacts {
  /** The stages, in the order of the columns below. */
  private static final List<Measure> STAGES =
      List.of(
          Measure.REFERRALS_REQUESTED,
          Measure.REFERRALS_ACCEPTED,
          Measure.REFERRALS_COMPLETED,
          Measure.LOOPS_CLOSED);

  private final Session entities;
  private final Tallies tallies;

  ReferralFacts(Session entities, Tallies tallies) {
    this.entities = entities;
    this.tallies = tallies;
  }

  /**
   * What one event tells.
   *
   * @param reached the stage it reached, null for none that is counted
   */
  record News(
      UUID referralId,
      String districtCode,
      @Nullable String serviceCategory,
      @Nullable String priority,
      @Nullable Measure reached,
      Instant at,
      boolean inError) {

    private @Nullable Instant at(Measure stage) {
      return stage == reached ? at : null;
    }
  }

  void learn(News news) {
    tallies.recount(news.referralId(), () -> counts(news.referralId()), () -> write(news));
  }

  private void write(News news) {
    NativeQuery<?> statement =
        entities
            .createNativeQuery(
                """
                insert into referral_fact as known (referral_id, district_code, service_category, priority,
                  requested_at, accepted_at, completed_at, loop_closed_at, in_error)
                values (:id, :district, :category, :priority, :stage0, :stage1, :stage2, :stage3, :error)
                on conflict (referral_id) do update
                   set service_category = coalesce(known.service_category, excluded.service_category),
                       priority = coalesce(known.priority, excluded.priority),
                       requested_at = least(known.requested_at, excluded.requested_at),
                       accepted_at = least(known.accepted_at, excluded.accepted_at),
                       completed_at = least(known.completed_at, excluded.completed_at),
                       loop_closed_at = least(known.loop_closed_at, excluded.loop_closed_at),
                       in_error = known.in_error or excluded.in_error""")
            .setParameter("id", news.referralId())
            .setParameter("district", news.districtCode())
            .setParameter("category", news.serviceCategory(), String.class)
            .setParameter("priority", news.priority(), String.class)
            .setParameter("error", news.inError());
    for (int stage = 0; stage < STAGES.size(); stage++) {
      statement.setParameter("stage" + stage, news.at(STAGES.get(stage)), Instant.class);
    }
    statement.executeUpdate();
  }

  /**
   * A clock of it ran out; the first time counts, of either clock.
   *
   * @param twice as much time again has gone
   */
  void overdue(UUID id, String districtCode, boolean twice, Instant at) {
    tallies.recount(
        id,
        () -> counts(id),
        () ->
            entities
                .createNativeQuery(
                    """
                    insert into referral_fact as known (referral_id, district_code, in_error, overdue_at, long_overdue_at)
                    values (:id, :district, false, :at, :twice)
                    on conflict (referral_id) do update
                       set overdue_at = least(known.overdue_at, excluded.overdue_at),
                           long_overdue_at = least(known.long_overdue_at, excluded.long_overdue_at)""")
                .setParameter("id", id)
                .setParameter("district", districtCode)
                .setParameter("at", at)
                .setParameter("twice", twice ? at : null, Instant.class)
                .executeUpdate());
  }

  private Map<Count, Integer> counts(UUID id) {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                """
                select district_code, requested_at, accepted_at, completed_at, loop_closed_at,
                       overdue_at is not null as overdue, long_overdue_at is not null as long_overdue
                  from referral_fact where referral_id = :id and not in_error""",
                Object[].class)
            .addScalar("district_code", String.class)
            .addScalar("requested_at", Instant.class)
            .addScalar("accepted_at", Instant.class)
            .addScalar("completed_at", Instant.class)
            .addScalar("loop_closed_at", Instant.class)
            .addScalar("overdue", Boolean.class)
            .addScalar("long_overdue", Boolean.class)
            .setParameter("id", id)
            .getResultList();
    Map<Count, Integer> counts = new HashMap<>();
    for (Object[] row : rows) {
      for (int stage = 0; stage < STAGES.size(); stage++) {
        if (row[stage + 1] instanceof Instant at) {
          counts.put(new Count((String) row[0], KarachiTime.month(at), STAGES.get(stage)), 1);
        }
      }
      if (row[1] instanceof Instant requested) {
        YearMonth month = KarachiTime.month(requested);
        if ((Boolean) row[5]) {
          counts.put(new Count((String) row[0], month, Measure.REFERRALS_OVERDUE), 1);
        }
        if ((Boolean) row[6]) {
          counts.put(new Count((String) row[0], month, Measure.REFERRALS_LONG_OVERDUE), 1);
        }
      }
    }
    return counts;
  }
}
