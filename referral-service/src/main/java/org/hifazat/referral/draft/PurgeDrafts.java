package org.hifazat.referral.draft;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** Drafts that nobody went on with. */
@ApplicationScoped
class PurgeDrafts implements Purge {
  private final Session session;
  private final DraftConfig config;
  private final Clock clock;

  PurgeDrafts(Session session, DraftConfig config, Clock clock) {
    this.session = session;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "drafts of referrals";
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public int purge(int most) {
    return session
        .createNativeMutationQuery(
            "delete from referral_draft where id in (select id from referral_draft"
                + " where saved_at <= :due order by saved_at limit :most)"
                // Asked again of what somebody saves in this moment: the list of ids is not.
                + " and saved_at <= :due")
        .setParameter("due", clock.instant().minus(config.kept()).truncatedTo(ChronoUnit.MICROS))
        .setParameter("most", most)
        .executeUpdate();
  }
}
