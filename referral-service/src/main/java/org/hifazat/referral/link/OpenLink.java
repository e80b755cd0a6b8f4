package org.hifazat.referral.link;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.referral.access.ReferralOperation;

/**
 * Opens a link with its code, once. An attempt counts before the code is looked at and whatever
 * comes after, so that neither tries at the same time nor broken ones are free; the code is hashed
 * outside any transaction. A link that does not exist costs no hashing: strangers cannot keep the
 * service busy.
 */
@ApplicationScoped
public class OpenLink {
  private static final Caller DOOR = Caller.system("secure-link");
  private static final String OPERATION = ReferralOperation.OPEN_LINK.name();
  private static final String SUBJECT = "secure-link";

  /** Tries that are recorded of a link that is not open: nobody fills the trail with them. */
  private static final int MOST_RECORDED = 100;

  private final Session session;
  private final LinkSecrets secrets;
  private final LinkConfig config;
  private final CallerContext callers;
  private final AuditLog audit;
  private final Clock clock;

  OpenLink(
      Session session,
      LinkSecrets secrets,
      LinkConfig config,
      CallerContext callers,
      AuditLog audit,
      Clock clock) {
    this.session = session;
    this.secrets = secrets;
    this.config = config;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Result {
    /**
     * @param token of the session; the browser keeps it
     */
    record Opened(String token, Instant until) implements Result {}

    record WrongCode(int attemptsLeft) implements Result {}

    /** Unknown, ended, opened already or just locked: nobody is told which. */
    record NotOpen() implements Result {}
  }

  private record Attempt(UUID id, int number, LinkSecrets.Kept code) {}

  public Result handle(String token, String code) {
    if (!LinkSecrets.looksLikeToken(token)) {
      return new Result.NotOpen();
    }
    byte[] hash = secrets.ofLink(token);
    Optional<Attempt> attempt = alone(() -> begin(hash));
    if (attempt.isEmpty()) {
      return new Result.NotOpen();
    }
    boolean right = secrets.isCode(attempt.get().id(), code, attempt.get().code());
    return alone(() -> right ? open(attempt.get()) : refuse(attempt.get()));
  }

  private <T> T alone(Callable<T> work) {
    return callers.<T, RuntimeException>as(
        DOOR, () -> QuarkusTransaction.requiringNew().call(work));
  }

  private Optional<Attempt> begin(byte[] hash) {
    List<Object[]> rows =
        session
            .createNativeQuery(
                """
                update secure_link l set attempts = attempts + 1
                 where l.token_hash = :hash and l.ended_at is null and l.opened_at is null
                   and l.expires_at > :now and l.attempts < :most
                   and exists (select 1 from referral r where r.id = l.referral_id
                                and r.status in ('requested', 'accepted', 'in-progress', 'on-hold')
                                and r.packet_closed_at is null)
                returning l.id, l.attempts, l.code_salt, l.code_rounds, l.code_hash""",
                Object[].class)
            .addScalar("id", UUID.class)
            .addScalar("attempts", Integer.class)
            .addScalar("code_salt", byte[].class)
            .addScalar("code_rounds", Integer.class)
            .addScalar("code_hash", byte[].class)
            .setParameter("hash", hash)
            .setParameter("now", clock.instant())
            .setParameter("most", config.attempts())
            .getResultList();
    if (rows.isEmpty()) {
      notOpen(hash);
      return Optional.empty();
    }
    Object[] row = rows.getFirst();
    return Optional.of(
        new Attempt(
            (UUID) row[0],
            (Integer) row[1],
            new LinkSecrets.Kept((byte[]) row[2], (Integer) row[3], (byte[]) row[4])));
  }

  /** Somebody has the link and finds it closed: the sender sees that. */
  private void notOpen(byte[] hash) {
    session
        .createNativeQuery(
            """
            update secure_link set refused = refused + 1, refused_at = :now
             where token_hash = :hash and refused < :most returning id""",
            UUID.class)
        .setParameter("hash", hash)
        .setParameter("now", clock.instant())
        .setParameter("most", MOST_RECORDED)
        .getResultList()
        .forEach(id -> audit.refused(OPERATION, SUBJECT, id, "not-open"));
  }

  private Result open(Attempt attempt) {
    Instant now = clock.instant();
    Instant until = now.plus(config.session());
    String token = secrets.freshToken();
    int opened =
        session
            .createNativeMutationQuery(
                """
                update secure_link set opened_at = :now, session_hash = :session, session_until = :until
                 where id = :id and ended_at is null and opened_at is null""")
            .setParameter("now", now)
            .setParameter("session", secrets.ofSession(token))
            .setParameter("until", until)
            .setParameter("id", attempt.id())
            .executeUpdate();
    if (opened == 0) {
      audit.refused(OPERATION, SUBJECT, attempt.id(), "not-open");
      return new Result.NotOpen();
    }
    audit.performed(OPERATION, SUBJECT, attempt.id(), "opened");
    return new Result.Opened(token, until);
  }

  private Result refuse(Attempt attempt) {
    int left = config.attempts() - attempt.number();
    audit.refused(OPERATION, SUBJECT, attempt.id(), "code-wrong");
    if (left > 0) {
      return new Result.WrongCode(left);
    }
    session
        .createNativeMutationQuery(
            """
            update secure_link set ended_at = :now, ended_why = 'locked'
             where id = :id and ended_at is null and opened_at is null""")
        .setParameter("now", clock.instant())
        .setParameter("id", attempt.id())
        .executeUpdate();
    audit.performed(OPERATION, SUBJECT, attempt.id(), "locked");
    return new Result.NotOpen();
  }
}
