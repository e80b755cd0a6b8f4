package org.hifazat.referral.partner.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.partner.PartnerPace;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says on each answer to a partner how many requests there may be, as RateLimit-Policy and
 * RateLimit of draft-ietf-httpapi-ratelimit-headers-10 do, and refuses those beyond with 429.
 */
@ApplicationScoped
class PaceFilter {
  private static final String STANDING = "hifazat.partner.pace";
  private static final int TOO_MANY = 429;

  private final PartnerPace pace;
  private final CallerContext callers;

  PaceFilter(PartnerPace pace, CallerContext callers) {
    this.pace = pace;
    this.callers = callers;
  }

  @ServerRequestFilter(priority = Priorities.AUTHORIZATION - 1)
  void count(ContainerRequestContext request) {
    Caller caller = callers.current();
    String path = request.getUriInfo().getPath();
    boolean partners =
        path.startsWith("/partner/v1/")
            || (path.startsWith("/v1/hsds/") && caller.agencyId().isPresent());
    if (!partners || caller.equals(Caller.nobody())) {
      return;
    }
    PartnerPace.Standing standing = pace.take(caller);
    request.setProperty(STANDING, standing);
    if (!standing.allowed()) {
      throw new ProblemException(ReferralProblem.TOO_MANY_REQUESTS);
    }
  }

  @ServerResponseFilter
  void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STANDING) instanceof PartnerPace.Standing standing) {
      response
          .getHeaders()
          .putSingle(
              "RateLimit-Policy",
              "\"client\";q=%d;w=%d".formatted(standing.quota(), standing.windowSeconds()));
      response
          .getHeaders()
          .putSingle(
              "RateLimit",
              "\"client\";r=%d;t=%d".formatted(standing.left(), standing.resetSeconds()));
      if (response.getStatus() == TOO_MANY) {
        response.getHeaders().putSingle("Retry-After", Long.toString(standing.resetSeconds()));
      }
    }
  }
}
