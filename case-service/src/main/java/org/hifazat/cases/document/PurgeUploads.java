package org.hifazat.cases.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** Removes uploads that nobody went on with, and their pieces with them. */
@ApplicationScoped
public class PurgeUploads implements Purge {
  private final Session entities;
  private final Clock clock;

  PurgeUploads(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "unfinished uploads";
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public int purge(int most) {
    return entities
        .createNativeMutationQuery(
            "delete from case_document where id in (select id from case_document"
                + " where state = 'arriving' and expires_at <= :now order by expires_at limit :most)")
        .setParameter("now", clock.instant())
        .setParameter("most", most)
        .executeUpdate();
  }
}
