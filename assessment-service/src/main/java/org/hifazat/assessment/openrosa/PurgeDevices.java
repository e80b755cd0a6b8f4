package org.hifazat.assessment.openrosa;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.Session;
import org.hifazat.assessment.AssessmentConfig;
import org.hifazat.platform.persistence.Purge;

/**
 * Removes devices whose token has opened nothing for a while. Until then they are listed, so that
 * their owner sees that they were taken away or grew too old; what was done stays in the audit
 * trail.
 */
@ApplicationScoped
public class PurgeDevices implements Purge {

  private static final String PURGE =
      """
      delete from device where id in (
        select id from device where least(expires_at, revoked_at) < :due
         order by least(expires_at, revoked_at) limit :most for update skip locked)
      """;

  private final Session database;
  private final AssessmentConfig config;
  private final Clock clock;

  PurgeDevices(Session database, AssessmentConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "devices";
  }

  @Override
  @Transactional(MANDATORY)
  public int purge(int most) {
    Instant due = clock.instant().minus(config.deviceKept()).truncatedTo(ChronoUnit.MICROS);
    return database
        .createNativeMutationQuery(PURGE)
        .setParameter("due", due)
        .setParameter("most", most)
        .executeUpdate();
  }
}
