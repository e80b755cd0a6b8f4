package org.hifazat.referral.thread;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** Files that nobody went on with or sent. */
@ApplicationScoped
class PurgeAttachments implements Purge {
  private final Session entities;
  private final Clock clock;

  PurgeAttachments(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "unsent attachments";
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public int purge(int most) {
    return entities
        .createNativeMutationQuery(
            "delete from referral_attachment where id in (select id from referral_attachment"
                + " where state <> 'sent' and expires_at <= :now order by expires_at limit :most)"
                // Asked again of what somebody sends in this moment: the list of ids is not.
                + " and state <> 'sent' and expires_at <= :now")
        .setParameter("now", clock.instant())
        .setParameter("most", most)
        .executeUpdate();
  }
}
