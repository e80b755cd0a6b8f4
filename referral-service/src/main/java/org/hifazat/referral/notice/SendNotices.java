package org.hifazat.referral.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.persistence.ErasedSubjectException;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.platform.persistence.UnreadableFieldException;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.referral.notice.NoticeTransport.Channel;
import org.hifazat.referral.notice.NoticeTransport.NotSentException;
import org.hifazat.referral.notice.NoticeTransport.Notice;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due. A try is written down before it is made, with the time of the next, so what
 * breaks off is tried again and two instances do not send the same; nothing is held in the database
 * while a mail server takes its time. An address that cannot be read keeps nobody else waiting.
 */
@ApplicationScoped
public class SendNotices {
  private static final Logger LOG = Logger.getLogger(SendNotices.class);
  private static final Caller JOB = Caller.system("notices");
  private static final int BATCH = 20;

  /** The last is not quite four days after the first. */
  private static final int TRIES = 8;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);

  private static final String TAKE =
      """
      update notice n set attempts = attempts + 1,
             next_at = cast(:now as timestamptz) + make_interval(secs => :wait * power(3, attempts))
       where n.id in (select d.id from notice d where d.state = 'waiting' and d.next_at <= :now
                       order by d.next_at limit :most for update skip locked)
      returning n.id, n.address_id, n.says, n.attempts""";

  private final Session session;
  private final FieldCipher cipher;
  private final List<NoticeTransport> transports;
  private final NoticeConfig config;
  private final CallerContext callers;
  private final Clock clock;
  private final Counter setAside;

  SendNotices(
      Session session,
      FieldCipher cipher,
      @All List<NoticeTransport> transports,
      NoticeConfig config,
      CallerContext callers,
      Clock clock,
      MeterRegistry metrics) {
    this.session = session;
    this.cipher = cipher;
    this.transports = transports;
    this.config = config;
    this.callers = callers;
    this.clock = clock;
    this.setAside =
        Counter.builder("hifazat.notices.set.aside")
            .description("Notices not sent because their address cannot be read")
            .register(metrics);
  }

  private record Due(UUID id, UUID addressId, NoticeText says, int attempts) {}

  @Scheduled(
      identity = "notices",
      every = "${hifazat.notice.look-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    sendAll();
  }

  /** Everything that is due now; returns how many were tried. */
  public int sendAll() {
    return callers.<Integer, RuntimeException>as(
        JOB,
        () -> {
          int tried = 0;
          List<Due> some;
          do {
            some = QuarkusTransaction.requiringNew().call(this::take);
            some.forEach(this::send);
            tried += some.size();
          } while (!some.isEmpty());
          return tried;
        });
  }

  private List<Due> take() {
    return session
        .createNativeQuery(TAKE, Object[].class)
        .addScalar("id", UUID.class)
        .addScalar("address_id", UUID.class)
        .addScalar("says", String.class)
        .addScalar("attempts", Integer.class)
        .setParameter("now", clock.instant())
        .setParameter("wait", FIRST_WAIT.toSeconds())
        .setParameter("most", BATCH)
        .getResultList()
        .stream()
        .map(
            row ->
                new Due(
                    (UUID) row[0], (UUID) row[1], NoticeText.of((String) row[2]), (Integer) row[3]))
        .toList();
  }

  /** Each in a transaction of its own: one that breaks takes none with it. */
  private Optional<Notice> read(Due due) {
    try {
      return QuarkusTransaction.requiringNew().call(() -> notice(due));
    } catch (UnreadableFieldException | ErasedSubjectException broken) {
      LOG.errorf("The address %s cannot be read: no notice is sent to it", due.addressId());
      setAside.increment();
      record(due, "failed", "address-unreadable");
      return Optional.empty();
    }
  }

  /** Empty when the address was removed meanwhile, and what waited for it with it. */
  private Optional<Notice> notice(Due due) {
    return session
        .createNativeQuery(
            "select agency_id, channel, address, language from notice_address where id = :id",
            Object[].class)
        .addScalar("agency_id", UUID.class)
        .addScalar("channel", String.class)
        .addScalar("address", byte[].class)
        .addScalar("language", String.class)
        .setParameter("id", due.addressId())
        .uniqueResultOptional()
        .map(row -> notice(due, row));
  }

  private Notice notice(Due due, Object[] row) {
    String language = (String) row[3];
    return new Notice(
        Channel.valueOf(((String) row[1]).toUpperCase(Locale.ROOT)),
        cipher.decrypt((UUID) row[0], NoticeAddresses.ADDRESS, due.addressId(), (byte[]) row[2]),
        NoticeText.subject(language),
        due.says().text(language, config.publicUrl()));
  }

  private void send(Due due) {
    read(due).ifPresent(notice -> send(due, notice));
  }

  private void send(Due due, Notice notice) {
    try {
      for (NoticeTransport transport : transports) {
        if (transport.takes(notice.channel())) {
          transport.send(notice);
          record(due, "sent", null);
          return;
        }
      }
      record(due, "failed", "no-way");
    } catch (NotSentException refused) {
      LOG.warnf("A notice was not sent: %s", refused.code());
      record(due, due.attempts() < TRIES ? "waiting" : "failed", refused.code());
    }
  }

  private void record(Due due, String state, @Nullable String why) {
    Instant now = clock.instant();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              session
                  .createNativeMutationQuery("update notice set state = :state where id = :id")
                  .setParameter("state", state)
                  .setParameter("id", due.id())
                  .executeUpdate();
              session
                  .createNativeMutationQuery(
                      "update notice_address set last_outcome = :outcome, last_at = :now"
                          + " where id = :id")
                  .setParameter("outcome", why == null ? state : why)
                  .setParameter("now", now)
                  .setParameter("id", due.addressId())
                  .executeUpdate();
            });
  }
}
