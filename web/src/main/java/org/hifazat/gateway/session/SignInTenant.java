package org.hifazat.gateway.session;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Authentication.CookieSameSite;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hifazat.gateway.GatewayConfig;
import org.hifazat.gateway.GatewayPaths;

/**
 * How Quarkus signs people in: authorization code with PKCE, state and nonce. In code and not in
 * properties, because cookies and addresses follow from the public address.
 */
@ApplicationScoped
class SignInTenant {
  private static final int SHORTEST_SECRET = 32;

  private final GatewayConfig config;

  SignInTenant(GatewayConfig config) {
    if (config.clientSecret().length() < SHORTEST_SECRET) {
      throw new IllegalStateException(
          "HIFAZAT_GATEWAY_CLIENT_SECRET must have at least 32 characters");
    }
    this.config = config;
  }

  void create(@Observes Oidc oidc) {
    var authentication =
        OidcTenantConfig.authServerUrl(config.realmUrl())
            // No discovery: the gateway starts, and serves its pages, while Keycloak is down.
            .discoveryEnabled(false)
            .authorizationPath(
                config.publicOrigin()
                    + "/auth/realms/"
                    + GatewayPaths.REALM
                    + "/protocol/openid-connect/auth")
            .tokenPath("/protocol/openid-connect/token")
            .jwksPath("/protocol/openid-connect/certs")
            .jwks()
            .resolveEarly(false)
            .end()
            .clientId(KeycloakTokens.CLIENT)
            .credentials(config.clientSecret())
            .applicationType(ApplicationType.WEB_APP)
            .authentication()
            .redirectPath(config.publicOrigin() + GatewayPaths.SIGN_IN_RETURN)
            .errorPath(GatewayPaths.SIGN_IN_FAILED)
            .restorePathAfterRedirect()
            // The language the application is shown in, so that Keycloak's page speaks it, too.
            .forwardParams("ui_locales")
            .pkceRequired()
            .nonceRequired()
            .stateSecret(config.clientSecret().substring(0, SHORTEST_SECRET))
            .stateCookieAge(config.session().signInWithin())
            // Lax and not Strict: a link in a mail would otherwise arrive signed out and sign in
            // in circles. What changes something is guarded by a header, see SameSite.
            .cookieSameSite(CookieSameSite.LAX)
            .stateCookieSameSite(CookieSameSite.LAX)
            .cookieForceSecure(config.secure())
            .forceRedirectHttpsScheme(config.secure())
            // The cookie may outlive the session; the session's own end is in the database.
            .sessionAgeExtension(config.session().longest());
    SessionCookie.suffix(config).ifPresent(authentication::cookieSuffix);
    oidc.create(
        authentication
            .end()
            .token()
            .issuer(config.issuer())
            .refreshExpired(true)
            .end()
            .tokenStateManager()
            // Quarkus' own encryption of what it hands to the store: the store encrypts.
            .encryptionRequired(false)
            .end()
            .build());
  }
}
