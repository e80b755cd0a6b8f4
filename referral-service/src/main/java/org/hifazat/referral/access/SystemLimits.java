package org.hifazat.referral.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hifazat.platform.persistence.RowSettings;
import org.hifazat.platform.security.CallerContext;

/**
 * What the client of an agency's system was given of what its agency may do, as its token says;
 * nothing said is no limit. The database is told.
 */
@ApplicationScoped
public class SystemLimits implements RowSettings {
  private static final String SYSTEM = "partner-system";
  private static final String SCOPES = "partner_scopes";
  private static final String DISTRICTS = "partner_districts";
  private static final String CATEGORIES = "partner_categories";

  private final CallerContext callers;
  private final SecurityIdentity identity;

  SystemLimits(CallerContext callers, SecurityIdentity identity) {
    this.callers = callers;
    this.identity = identity;
  }

  /** Whether it may do this for its agency. */
  public boolean permit(String operation) {
    if (PartnerScope.FOR_ALL.contains(operation)) {
      return true;
    }
    Set<String> scopes = said(SCOPES);
    return PartnerScope.of(operation)
        .map(scope -> scopes.isEmpty() || scopes.contains(scope.label()))
        .orElseGet(() -> scopes.isEmpty() && current().values().stream().allMatch(String::isEmpty));
  }

  @Override
  public Map<String, String> current() {
    return Map.of(
        "app.only_districts", String.join(",", said(DISTRICTS)),
        "app.only_categories", String.join(",", said(CATEGORIES)));
  }

  /** Empty where nothing is said, and of whoever is no agency's system. */
  private Set<String> said(String claim) {
    return callers.current().has(SYSTEM)
            && identity.getPrincipal() instanceof JsonWebToken token
            && token.getClaim(claim) instanceof Object value
        ? Arrays.stream(value.toString().split(" ", -1)).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
