package org.hifazat.referral.partner.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.hifazat.platform.security.AuditLog;
import org.hifazat.platform.security.Performs;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.referral.ReferralProblem;
import org.hifazat.referral.access.SystemLimits;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses what the client was not given, before anything is loaded; row policies hold the rest. */
@ApplicationScoped
class ScopeFilter {
  private final SystemLimits limits;
  private final AuditLog audit;

  ScopeFilter(SystemLimits limits, AuditLog audit) {
    this.limits = limits;
    this.audit = audit;
  }

  /** After the roles: whoever could never do it learns nothing of scopes. */
  @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
  void pass(ResourceInfo resource) {
    Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
    if (performs != null && !limits.permit(performs.value())) {
      audit.refused(performs.value(), "operation", performs.value(), "scope-missing");
      throw new ProblemException(ReferralProblem.SCOPE_MISSING);
    }
  }
}
