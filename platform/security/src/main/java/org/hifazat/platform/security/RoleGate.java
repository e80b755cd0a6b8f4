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
 * before anything is loaded. Nobody signed in is 401 with an empty body, a wrong role 403.
 */
@ApplicationScoped
class RoleGate {
  private final CallerContext callers;
  private final OperationCatalogue catalogue;
  private final AuditLog audit;

  RoleGate(CallerContext callers, OperationCatalogue catalogue, AuditLog audit) {
    this.callers = callers;
    this.catalogue = catalogue;
    this.audit = audit;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
  void pass(ResourceInfo resource, ContainerRequestContext request) {
    Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
    String operation = performs == null ? "unnamed" : performs.value();
    Caller caller = callers.current();
    if (caller.equals(Caller.nobody())) {
      throw new UnauthorizedException();
    }
    if (!catalogue.rule(operation).mayPermit(caller.roles())) {
      Optional<String> record = recordId(request);
      audit.refused(
          operation, record.isPresent() ? "record" : "operation", record.orElse(operation), "role");
      throw new RefusedException(operation);
    }
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
