package org.hifazat.referral.link.integration;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;
import org.hifazat.referral.access.LinkHolder;
import org.hifazat.referral.link.LinkSessions;

/**
 * Recognises the session of an opened link, which the gateway takes from the browser's cookie. It
 * opens {@code /link} and nothing else. Whoever shows nothing there may try to open a link.
 */
@ApplicationScoped
public class LinkSignIn implements HttpAuthenticationMechanism {
  private static final String ROOT = "/link/";
  private static final String OPENINGS = "/link/v1/openings";
  private static final String SCHEME = "link ";

  /** Before the mechanism that reads Keycloak's tokens and refuses what is none. */
  private static final int BEFORE_KEYCLOAK = 2000;

  /** A session that was shown. */
  public static final class SessionShown extends BaseAuthenticationRequest {
    private final String token;

    SessionShown(String token) {
      this.token = token;
    }

    String token() {
      return token;
    }
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    String path = context.normalizedPath();
    if (!path.startsWith(ROOT)) {
      return Uni.createFrom().nullItem();
    }
    String shown = context.request().getHeader("Authorization");
    if (path.equals(OPENINGS) && shown == null) {
      return Uni.createFrom()
          .item(
              QuarkusSecurityIdentity.builder()
                  .setPrincipal(new QuarkusPrincipal("link-visitor"))
                  .addRole(LinkHolder.VISITOR)
                  .build());
    }
    return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? providers.authenticate(new SessionShown(shown.substring(SCHEME.length()).strip()))
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return context.normalizedPath().startsWith(ROOT)
        ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Link"))
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "link"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionShown.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_KEYCLOAK;
  }

  /** Finds the link the session belongs to. */
  @ApplicationScoped
  public static class Doorkeeper implements IdentityProvider<SessionShown> {
    private final LinkSessions sessions;
    private final CallerContext callers;

    Doorkeeper(LinkSessions sessions, CallerContext callers) {
      this.sessions = sessions;
      this.callers = callers;
    }

    @Override
    public Class<SessionShown> getRequestType() {
      return SessionShown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
        SessionShown shown, AuthenticationRequestContext context) {
      return context.runBlocking(
          () ->
              callers
                  .as(Caller.system("secure-link"), () -> sessions.holder(shown.token()))
                  .map(Doorkeeper::identity)
                  .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(LinkSessions.Holder holder) {
      return QuarkusSecurityIdentity.builder()
          .setPrincipal(new QuarkusPrincipal(LinkHolder.SUBJECT + holder.linkId()))
          .addRole(LinkHolder.ROLE)
          .addAttribute(LinkHolder.LINK, holder.linkId())
          .addAttribute(LinkHolder.REFERRAL, holder.referralId())
          .build();
    }
  }
}
