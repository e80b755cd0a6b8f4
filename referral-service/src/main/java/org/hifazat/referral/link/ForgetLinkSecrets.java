package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** What a link was known by goes some time after its end; that there was one stays on record. */
@ApplicationScoped
class ForgetLinkSecrets implements Purge {
  private static final Duration AFTER = Duration.ofDays(30);

  private final Session session;
  private final Clock clock;

  ForgetLinkSecrets(Session session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "secrets of old links";
  }

  @Override
  public int purge(int most) {
    return session
        .createNativeMutationQuery(
            """
            update secure_link set token_hash = null, code_hash = null, session_hash = null
             where id in (select id from secure_link where token_hash is not null
                             and expires_at < :before order by expires_at limit :most)""")
        .setParameter("before", clock.instant().minus(AFTER))
        .setParameter("most", most)
        .executeUpdate();
  }
}
