package org.hifazat.gateway.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Optional;
import org.hifazat.gateway.session.Sessions.Opened;
import org.jspecify.annotations.Nullable;

/**
 * Where Quarkus' code flow puts the tokens it got: into a session of ours, whose id becomes the
 * cookie.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class ServerSideTokens implements TokenStateManager {
  private static final String REPLACED = ServerSideTokens.class.getName();

  private final Sessions sessions;

  ServerSideTokens(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Uni<String> createTokenState(
      RoutingContext context,
      OidcTenantConfig config,
      AuthorizationCodeTokens tokens,
      OidcRequestContext<String> blocking) {
    Optional<String> replaced = Optional.ofNullable(context.get(REPLACED));
    return blocking.runBlocking(
        () -> {
          var fresh =
              new Tokens(tokens.getAccessToken(), tokens.getRefreshToken(), tokens.getIdToken());
          replaced.ifPresent(id -> sessions.giveWay(id, fresh));
          return sessions.begin(fresh);
        });
  }

  /** Says that the session this request's sign-in begins takes the place of another one. */
  static void replace(RoutingContext context, String id) {
    context.put(REPLACED, id);
  }

  @Override
  public Uni<AuthorizationCodeTokens> getTokens(
      RoutingContext context,
      OidcTenantConfig config,
      String id,
      OidcRequestContext<AuthorizationCodeTokens> blocking) {
    return blocking.runBlocking(
        () ->
            switch (sessions.open(id)) {
              case Opened.SignedIn(String access, String idToken) ->
                  new AuthorizationCodeTokens(idToken, access, null);
              case Opened.NobodySignedIn(), Opened.KeycloakSilent() ->
                  throw new AuthenticationFailedException("No session");
            });
  }

  @Override
  public Uni<@Nullable Void> deleteTokens(
      RoutingContext context,
      OidcTenantConfig config,
      String id,
      OidcRequestContext<@Nullable Void> blocking) {
    return blocking.runBlocking(
        () -> {
          sessions.forget(id);
          return null;
        });
  }
}
