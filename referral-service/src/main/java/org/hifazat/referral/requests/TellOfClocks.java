package org.hifazat.referral.requests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.referral.knowncase.LapsedSharing;
import org.jspecify.annotations.Nullable;

/**
 * Tells of referrals in time: the agency when half of it has gone, the unit when it is over, the
 * Commission when as much again has gone; what nobody ever answers ends. One instance of the
 * service does it at a time. Also ends what rests on a consent whose last day has passed, should
 * nobody else have told of it.
 */
@ApplicationScoped
public class TellOfClocks {
  private static final int BATCH = 200;
  private static final String JOB = "referral-clocks";

  private final EntityManager entities;
  private final ReferralClocks clocks;
  private final EndUnanswered unanswered;
  private final LapsedSharing lapsed;
  private final ReferralNews news;
  private final CallerContext callers;
  private final Clock clock;

  TellOfClocks(
      EntityManager entities,
      ReferralClocks clocks,
      EndUnanswered unanswered,
      LapsedSharing lapsed,
      ReferralNews news,
      CallerContext callers,
      Clock clock) {
    this.entities = entities;
    this.clocks = clocks;
    this.unanswered = unanswered;
    this.lapsed = lapsed;
    this.news = news;
    this.callers = callers;
    this.clock = clock;
  }

  @Scheduled(
      identity = JOB,
      every = "${hifazat.referrals.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    tellAll();
  }

  /** Everything that is due now; returns how much was. */
  public int tellAll() {
    return callers.as(
        Caller.system(JOB),
        () -> {
          int told = 0;
          int some;
          do {
            some = QuarkusTransaction.requiringNew().call(this::some);
            told += some;
          } while (some > 0);
          return told;
        });
  }

  private int some() {
    if (!clocks.leads(JOB)) {
      return 0;
    }
    Instant now = clock.instant();
    int ended = lapsed.end(now, BATCH);
    List<ReferralClocks.Due> due = clocks.take(now, BATCH);
    if (!due.isEmpty()) {
      Map<UUID, Referral> referrals =
          entities
              .createQuery("from Referral where id in :ids", Referral.class)
              .setParameter(
                  "ids", due.stream().map(ReferralClocks.Due::referralId).distinct().toList())
              .getResultStream()
              .collect(Collectors.toMap(Referral::id, Function.identity()));
      for (ReferralClocks.Due one : due) {
        tell(referrals.get(one.referralId()), one, now);
      }
    }
    return due.size() + ended;
  }

  private void tell(@Nullable Referral referral, ReferralClocks.Due due, Instant now) {
    // A reminder that comes after the time has nothing left to remind of.
    boolean tooLate = due.level() == ReferralClocks.Level.REMINDER && !due.dueAt().isAfter(now);
    if (referral == null || tooLate) {
      return;
    }
    if (due.level() == ReferralClocks.Level.ENDED && !unanswered.end(referral, now)) {
      return;
    }
    news.clock(referral, due, now);
  }
}
