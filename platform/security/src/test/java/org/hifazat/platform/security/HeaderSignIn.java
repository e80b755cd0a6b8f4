package org.hifazat.platform.security;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;

/** Stands in for a token: {@code X-Roles: a,b} signs in, the other headers are its claims. */
@Singleton
class HeaderSignIn implements HttpAuthenticationMechanism {
  static final String SUBJECT = "5b0e7d1c-0000-7000-8000-00000000000a";

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String roles = context.request().getHeader("X-Roles");
    if (roles == null) {
      return Uni.createFrom().nullItem();
    }
    var claims = new JwtClaims();
    claims.setSubject(SUBJECT);
    for (String claim : new String[] {"staff_id", "unit_id", "agency_id", "acr"}) {
      String value = context.request().getHeader(claim);
      if (value != null) {
        claims.setStringClaim(claim, value);
      }
    }
    String authTime = context.request().getHeader("auth_time");
    if (authTime != null) {
      claims.setClaim("auth_time", Long.valueOf(authTime));
    }
    if (context.request().getHeader("demo_account") != null) {
      claims.setClaim("demo_account", true);
    }
    return Uni.createFrom()
        .item(
            QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(claims))
                .addRoles(Set.of(roles.split(",")))
                .build());
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}
