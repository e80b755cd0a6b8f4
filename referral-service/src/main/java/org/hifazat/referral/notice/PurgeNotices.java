package org.hifazat.referral.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** What was sent, or failed for good, some time ago. */
@ApplicationScoped
class PurgeNotices implements Purge {
  private final Session session;
  private final NoticeConfig config;
  private final Clock clock;

  PurgeNotices(Session session, NoticeConfig config, Clock clock) {
    this.session = session;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "notices";
  }

  @Override
  public int purge(int most) {
    return session
        .createNativeMutationQuery(
            """
            delete from notice where id in (
              select id from notice where state <> 'waiting' and recorded_at < :before
               order by recorded_at limit :most)""")
        .setParameter("before", clock.instant().minus(config.keep()))
        .setParameter("most", most)
        .executeUpdate();
  }
}
