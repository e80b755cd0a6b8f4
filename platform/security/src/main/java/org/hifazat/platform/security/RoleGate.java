package org.hifazat.platform.security;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The first wall: refuses a request whose caller has no role that could ever perform the operation,
 * before anything is loaded; then one whose sign-in is too old or too weak for a {@link Sensitive}
 * operation. Nobody signed in is 401 with an empty body, a wrong role 403, the sign-in 401 with a
 * challenge.
 */
@ApplicationScoped
class RoleGate {
  private final CallerContext callers;
  private final OperationCatalogue catalogue;
  private final AuditLog audit;
  private final StepUp stepUp;

  RoleGate(CallerContext callers, OperationCatalogue catalogue, AuditLog audit, StepUp stepUp) {
    this.callers = callers;
    this.catalogue = catalogue;
    this.audit = audit;
    this.stepUp = stepUp;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void pass(ResourceInfo resource, ContainerRequestContext request) {
    Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
    String operation = performs == null ? "unnamed" : performs.value();
    Caller caller = callers.current();
    if (caller.equals(Caller.nobody())) {
      throw new UnauthorizedException();
    }
    Optional<String> record = recordId(request);
    String subjectType = record.isPresent() ? "record" : "operation";
    if (!catalogue.rule(operation).mayPermit(caller.roles())) {
      audit.refused(operation, subjectType, record.orElse(operation), "role");
      throw new RefusedException(operation);
    }
    stepUp.require(operation, subjectType, record.orElse(operation));
  }

  /** The id the caller reached for, when the path names one. */
  private static Optional<String> recordId(ContainerRequestContext request) {
    return request.getUriInfo().getPathParameters().values().stream()
        .flatMap(values -> values.stream())
        .filter(RoleGate::isUuid)
        .findFirst();
  }

  private static boolean isUuid(String value) {
    try {
      return UUID.fromString(value).toString().equalsIgnoreCase(value);
    } catch (IllegalArgumentException otherwise) {
      return false;
    }
  }
}
