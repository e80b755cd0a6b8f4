package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.hifazat.platform.persistence.IdSource;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.Created;
import org.hifazat.platform.web.IdempotentCreation;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** An agency's system listens at a new address. */
@ApplicationScoped
public class AddEndpoint {
  static final int MOST = 5;

  private final EntityManager entities;
  private final EndpointReach reach;
  private final EndpointKeys keys;
  private final Names names;
  private final WebhookConfig config;
  private final IdempotentCreation creation;
  private final AuditLog audit;
  private final IdSource ids;
  private final Clock clock;

  AddEndpoint(
      EntityManager entities,
      EndpointReach reach,
      EndpointKeys keys,
      Names names,
      WebhookConfig config,
      IdempotentCreation creation,
      AuditLog audit,
      IdSource ids,
      Clock clock) {
    this.entities = entities;
    this.reach = reach;
    this.keys = keys;
    this.names = names;
    this.config = config;
    this.creation = creation;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param agencyId whose endpoint; an agency's system may leave it out
   */
  public record Command(@Nullable UUID agencyId, String url) {}

  /**
   * @param base path of the list, for the Location
   * @throws ProblemException invalid-value without agency, not-found, agency-unknown,
   *     receiver-address-refused, too-many-endpoints, or one of idempotent creation
   */
  @Transactional
  public Created handle(Command command, @Nullable String idempotencyKey, String base) {
    ReferralOperation operation = ReferralOperation.ADD_WEBHOOK;
    UUID agency =
        reach
            .agency(operation, command.agencyId())
            .orElseThrow(
                () ->
                    new ProblemException(
                        CommonProblem.INVALID_VALUE, new Violation("/agencyId", "required")));
    if (command.agencyId() != null && !command.agencyId().equals(agency)) {
      throw new ProblemException(ReferralProblem.AGENCY_UNKNOWN);
    }
    return creation.once(
        idempotencyKey, operation.name(), command, () -> add(agency, command.url(), base));
  }

  private Created add(UUID agency, String url, String base) {
    ReceiverAddress address =
        ReceiverAddress.of(url, config.plainHttp())
            .filter(given -> !names.closed(given.host()))
            .orElseThrow(() -> new ProblemException(ReferralProblem.RECEIVER_ADDRESS_REFUSED));
    refuseOneTooMany(agency);
    UUID id = ids.next();
    entities.persist(WebhookEndpoint.added(id, agency, url, keys.fresh(id), clock.instant()));
    entities.flush();
    audit.performed(
        ReferralOperation.ADD_WEBHOOK.name(),
        "webhook-endpoint",
        id,
        address.secure() ? "https" : "http");
    return Created.now(id, URI.create(base + "/" + id));
  }

  /** Counted one after the other for an agency: two at once are not both the last. */
  private void refuseOneTooMany(UUID agency) {
    boolean known =
        !entities
            .createNativeQuery("select 1 from known_agency where agency_id = :id")
            .setParameter("id", agency)
            .getResultList()
            .isEmpty();
    if (!known) {
      throw new ProblemException(ReferralProblem.AGENCY_UNKNOWN);
    }
    entities
        .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:what, 0)) as text)")
        .setParameter("what", "webhook-endpoints:" + agency)
        .getResultList();
    Long present =
        entities
            .createQuery(
                "select count(*) from WebhookEndpoint where agencyId = :agency", Long.class)
            .setParameter("agency", agency)
            .getSingleResult();
    if (present >= MOST) {
      throw new ProblemException(ReferralProblem.TOO_MANY_ENDPOINTS);
    }
  }
}
