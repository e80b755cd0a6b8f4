package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.security.Access;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.security.Relation;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.access.ReferralOperation;
import org.jspecify.annotations.Nullable;

/** Finds the endpoints a caller reaches: an agency's system its own, an administrator any. */
@ApplicationScoped
class EndpointReach {
  private static final String ADMINISTRATOR = "commission-admin";

  private final EntityManager entities;
  private final CallerContext callers;
  private final Access access;
  private final AuditLog audit;

  EndpointReach(EntityManager entities, CallerContext callers, Access access, AuditLog audit) {
    this.entities = entities;
    this.callers = callers;
    this.access = access;
    this.audit = audit;
  }

  /**
   * @throws ProblemException not-found when absent or another agency's
   * @throws org.hifazat.platform.security.RefusedException when the rules refuse it
   */
  WebhookEndpoint endpoint(ReferralOperation operation, UUID id) {
    access.require(operation, Relation.NONE);
    Caller caller = callers.current();
    String scope = caller.has(ADMINISTRATOR) ? "" : " and agencyId = :agency";
    if (!scope.isEmpty() && caller.agencyId().isEmpty()) {
      throw absent(operation, id);
    }
    var query =
        entities
            .createQuery("from WebhookEndpoint where id = :id" + scope, WebhookEndpoint.class)
            .setParameter("id", id);
    if (!scope.isEmpty()) {
      query.setParameter("agency", caller.agencyId().orElseThrow());
    }
    return query.getResultStream().findFirst().orElseThrow(() -> absent(operation, id));
  }

  /**
   * Whose endpoints are meant: an agency's system means its own, whatever it names.
   *
   * @return empty when an administrator names none
   * @throws ProblemException not-found for a system without agency
   */
  Optional<UUID> agency(ReferralOperation operation, @Nullable UUID named) {
    access.require(operation, Relation.NONE);
    Caller caller = callers.current();
    if (caller.has(ADMINISTRATOR)) {
      return Optional.ofNullable(named);
    }
    UUID own = caller.agencyId().orElseThrow(() -> absent(operation, "none"));
    if (named != null && !named.equals(own)) {
      audit.refused(operation.name(), "agency", named, "not-found");
    }
    return Optional.of(own);
  }

  private ProblemException absent(ReferralOperation operation, Object id) {
    audit.refused(operation.name(), "webhook-endpoint", id, "not-found");
    return new ProblemException(CommonProblem.NOT_FOUND);
  }
}
