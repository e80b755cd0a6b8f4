package org.hifazat.referral.directory.capacity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.Session;
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
import org.hifazat.referral.directory.ServiceDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Asks an agency for room before anything of a child is told, as SDOH Clinical Care STU3 has it.
 */
@ApplicationScoped
public class AskCapacity {
  private final Session session;
  private final ServiceDirectory directory;
  private final IdempotentCreation creation;
  private final CallerContext callers;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  AskCapacity(
      Session session,
      ServiceDirectory directory,
      IdempotentCreation creation,
      CallerContext callers,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.session = session;
    this.directory = directory;
    this.creation = creation;
    this.callers = callers;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(UUID serviceId, LocalDate neededFrom, String urgency) {}

  /**
   * @throws ProblemException service-unknown, forbidden or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String key) {
    return creation.once(key, ReferralOperation.ASK_CAPACITY.name(), command, () -> ask(command));
  }

  private Created ask(Command command) {
    ServiceDirectory.Service service =
        directory
            .active(command.serviceId())
            .orElseThrow(() -> new ProblemException(ReferralProblem.SERVICE_UNKNOWN));
    Caller caller = callers.current();
    UUID id = ids.next();
    session
        .createNativeMutationQuery(
            """
            insert into capacity_question (id, service_id, agency_id, unit_id, asked_by, needed_from,
                   urgency, asked_at)
            values (:id, :service, :agency, :unit, :staff, :from, :urgency, :now)""")
        .setParameter("id", id)
        .setParameter("service", service.id())
        .setParameter("agency", service.agencyId())
        .setParameter(
            "unit",
            caller.unitId().orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)))
        .setParameter(
            "staff",
            caller.staffId().orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN)))
        .setParameter("from", command.neededFrom())
        .setParameter("urgency", command.urgency())
        .setParameter("now", clock.instant())
        .executeUpdate();
    audit.performed(ReferralOperation.ASK_CAPACITY.name(), "capacity-question", id);
    return Created.now(id, URI.create("/v1/capacity-questions/" + id));
  }
}
