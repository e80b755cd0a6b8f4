package org.hifazat.referral.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/** What an operator watches: whether notices go out at all, and how many nobody ever took. */
@Singleton
public class NoticeMetrics {
  private static final Caller JOB = Caller.system("notices");

  private final Session session;
  private final CallerContext callers;
  private final Clock clock;
  private volatile Figures figures = new Figures(0, 0, 0);

  NoticeMetrics(Session session, CallerContext callers, Clock clock, MeterRegistry registry) {
    this.session = session;
    this.callers = callers;
    this.clock = clock;
    Gauge.builder("hifazat.notices.oldest.age.seconds", this, m -> m.figures.oldestSeconds())
        .description("Age of the oldest notice nobody has taken yet")
        .register(registry);
    Gauge.builder("hifazat.notices.waiting", this, m -> m.figures.waiting())
        .description("Notices nobody has taken yet")
        .register(registry);
    Gauge.builder("hifazat.notices.failed", this, m -> m.figures.failed())
        .description("Notices that were given up, of those kept")
        .register(registry);
  }

  private record Figures(long waiting, long failed, long oldestSeconds) {}

  @Scheduled(
      every = "${hifazat.notice.measure-every:30s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    measure();
  }

  /** Counts once. */
  public void measure() {
    figures =
        callers.<Figures, RuntimeException>as(
            JOB, () -> QuarkusTransaction.requiringNew().call(this::count));
  }

  private Figures count() {
    Object[] row =
        session
            .createNativeQuery(
                """
                select count(*) filter (where state = 'waiting') as waiting,
                       count(*) filter (where state = 'failed') as failed,
                       min(recorded_at) filter (where state = 'waiting') as oldest
                  from notice where state in ('waiting', 'failed')""",
                Object[].class)
            .addScalar("waiting", Long.class)
            .addScalar("failed", Long.class)
            .addScalar("oldest", Instant.class)
            .getSingleResult();
    return new Figures(
        (Long) row[0],
        (Long) row[1],
        row[2] instanceof Instant oldest
            ? Math.max(0, Duration.between(oldest, clock.instant()).toSeconds())
            : 0);
  }
}
