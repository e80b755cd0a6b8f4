package org.hifazat.referral.directory.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.Session;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.hifazat.referral.event.ServiceGapRecorded;
import org.jspecify.annotations.Nullable;

/** Records that a service could not be had, for the Commission to see where one is missing. */
@ApplicationScoped
public class RecordGap {
  private final Session session;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final Outbox outbox;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  RecordGap(
      Session session,
      IdempotentCreation creation,
      CallerContext callers,
      Outbox outbox,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.session = session;
    this.creation = creation;
    this.callers = callers;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(
      String category,
      String districtCode,
      @Nullable UUID serviceId,
      String reason,
      Instant happenedAt) {}

  /**
   * @throws ProblemException in-the-future, service-unknown, forbidden or one of idempotent
   *     creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String key) {
    return creation.once(key, ReferralOperation.RECORD_GAP.name(), command, () -> record(command));
  }

  private Created record(Command command) {
    Instant now = clock.instant();
    Instant at = command.happenedAt().truncatedTo(ChronoUnit.MICROS);
    if (at.isAfter(now)) {
      throw new ProblemException(ReferralProblem.IN_THE_FUTURE);
    }
    Caller caller = callers.current();
    UUID id = ids.next();
    UUID unit = caller.unitId().orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    UUID staff = caller.staffId().orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN));
    int recorded =
        session
            .createNativeMutationQuery(
                """
                insert into service_gap (id, unit_id, recorded_by, category, district_code,
                       service_id, reason, happened_at, recorded_at)
                select :id, :unit, :staff, t.code, :district, cast(:service as uuid), :reason, :at, :now
                  from taxonomy_term t where t.code = :category
                   and (cast(:service as uuid) is null or exists
                       (select 1 from service s where s.id = cast(:service as uuid)))""")
            .setParameter("id", id)
            .setParameter("unit", unit)
            .setParameter("staff", staff)
            .setParameter("category", command.category())
            .setParameter("district", command.districtCode())
            .setParameter("service", command.serviceId(), UUID.class)
            .setParameter("reason", command.reason())
            .setParameter("at", at)
            .setParameter("now", now)
            .executeUpdate();
    if (recorded == 0) {
      throw new ProblemException(ReferralProblem.SERVICE_UNKNOWN);
    }
    outbox.append(
        new OutboxEvent(
            ServiceGapRecorded.TYPE,
            "service-gap",
            id.toString(),
            0,
            id.toString(),
            at,
            new ServiceGapRecorded(
                id,
                unit,
                command.districtCode(),
                command.category(),
                command.serviceId(),
                command.reason(),
                at)));
    audit.performed(ReferralOperation.RECORD_GAP.name(), "service-gap", id, command.reason());
    return Created.now(id, URI.create("/v1/service-gaps/" + id));
  }
}
