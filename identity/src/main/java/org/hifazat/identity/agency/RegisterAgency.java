package org.hifazat.identity.agency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hifazat.identity.IdentityProblem;
import org.hifazat.identity.Names;
import org.hifazat.identity.access.IdentityOperation;
import org.hifazat.identity.district.Districts;
import org.hifazat.identity.event.AgencyRegistered;
import org.hifazat.identity.event.SandboxRegistered;
import org.hifazat.platform.messaging.Outbox;
import org.hifazat.platform.messaging.OutboxEvent;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** Adds a partner agency. */
@ApplicationScoped
public class RegisterAgency {
  /**
   * @param sandbox whether a partner's developers are to work with it, on invented referrals only
   */
  public record Command(Names names, String kind, List<String> districtCodes, boolean sandbox) {}

  private final AgencyRepository agencies;
  private final Districts districts;
  private final IdempotentCreation creation;
  private final Outbox outbox;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  RegisterAgency(
      AgencyRepository agencies,
      Districts districts,
      IdempotentCreation creation,
      Outbox outbox,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.agencies = agencies;
    this.districts = districts;
    this.creation = creation;
    this.outbox = outbox;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException district-unknown, or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey) {
    return creation.once(
        idempotencyKey,
        IdentityOperation.REGISTER_AGENCY.name(),
        command,
        () -> {
          UUID id = ids.next();
          register(id, command);
          return Created.now(id, URI.create("/v1/agencies/" + id));
        });
  }

  /**
   * As {@link #handle} under an id given from outside, for whoever seeds.
   *
   * @return false when it was there already
   */
  @Transactional(TxType.MANDATORY)
  public boolean seed(UUID id, Command command) {
    if (agencies.findByIdOptional(id).isPresent()) {
      return false;
    }
    register(id, command);
    return true;
  }

  private void register(UUID id, Command command) {
    if (!districts.known(command.districtCodes())) {
      throw new ProblemException(IdentityProblem.DISTRICT_UNKNOWN);
    }
    Instant now = clock.instant();
    Agency agency = Agency.registered(id, command, now);
    agencies.persistAndFlush(agency);
    outbox.append(
        new OutboxEvent(
            // A type of its own: who does not know sandboxes takes none for an agency.
            agency.isSandbox() ? SandboxRegistered.TYPE : AgencyRegistered.TYPE,
            "agency",
            id.toString(),
            agency.version(),
            id.toString(),
            now,
            payload(agency)));
    audit.performed(IdentityOperation.REGISTER_AGENCY.name(), "agency", id);
  }

  private static Object payload(Agency agency) {
    if (agency.isSandbox()) {
      return new SandboxRegistered(
          agency.id(),
          agency.kind(),
          agency.names().en(),
          agency.names().ur(),
          agency.names().ps(),
          agency.districtCodes());
    }
    return new AgencyRegistered(
        agency.id(),
        agency.kind(),
        agency.names().en(),
        agency.names().ur(),
        agency.names().ps(),
        agency.districtCodes());
  }
}
