package org.hifazat.cases.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.Session;
import org.hifazat.platform.persistence.Purge;

/** Removes proofs of searches that are good for nothing any more. */
@ApplicationScoped
public class PurgeSearchProofs implements Purge {
  /** So that whoever comes late is told that the search is too old, and not that there was none. */
  static final Duration KEPT_AFTER_EXPIRY = Duration.ofDays(1);

  private final Session entities;
  private final Clock clock;

  PurgeSearchProofs(Session entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "search proofs";
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public int purge(int most) {
    return entities
        .createNativeQuery(
            "delete from child_search where token_hash in (select token_hash from child_search"
                + " where expires_at < :due order by expires_at limit :most)")
        .setParameter("due", clock.instant().minus(KEPT_AFTER_EXPIRY))
        .setParameter("most", most)
        .executeUpdate();
  }
}
