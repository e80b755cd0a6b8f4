package org.hifazat.referral.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Whom a session belongs to. */
@ApplicationScoped
public class LinkSessions {
  private final Session session;
  private final LinkSecrets secrets;
  private final Clock clock;

  LinkSessions(Session session, LinkSecrets secrets, Clock clock) {
    this.session = session;
    this.secrets = secrets;
    this.clock = clock;
  }

  public record Holder(UUID linkId, UUID referralId) {}

  /** Empty when the session never was, has ended, or its link has. */
  @Transactional
  public Optional<Holder> holder(String token) {
    if (!LinkSecrets.looksLikeToken(token)) {
      return Optional.empty();
    }
    return session
        .createNativeQuery(
            """
            select id, referral_id from secure_link
             where session_hash = :hash and ended_at is null and session_until > :now""",
            Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("referral_id", UUID.class)
        .setParameter("hash", secrets.ofSession(token))
        .setParameter("now", clock.instant())
        .getResultList()
        .stream()
        .findFirst()
        .map(row -> new Holder((UUID) row[0], (UUID) row[1]));
  }
}
