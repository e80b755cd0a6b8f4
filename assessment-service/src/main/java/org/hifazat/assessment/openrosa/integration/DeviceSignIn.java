package org.hifazat.assessment.openrosa.integration;

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
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.hifazat.assessment.openrosa.DeviceToken;
import org.hifazat.assessment.openrosa.Devices;
import org.hifazat.platform.security.Caller;
import org.hifazat.platform.security.CallerContext;

/**
 * A device brings its token as the password of HTTP Basic (Collect and KoboCollect can nothing
 * else) or as a bearer token. It opens {@code /openrosa} and nothing else.
 */
@ApplicationScoped
public class DeviceSignIn implements HttpAuthenticationMechanism {

  private static final String ROOT = "/openrosa/";
  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  /** Before the mechanism that reads Keycloak's tokens and refuses what is none. */
  private static final int BEFORE_KEYCLOAK = 2000;

  /** A token that was shown. */
  public static final class TokenShown extends BaseAuthenticationRequest {
    private final String token;

    TokenShown(String token) {
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
    String authorization = context.request().getHeader("Authorization");
    if (!path.startsWith(ROOT) || authorization == null) {
      return Uni.createFrom().nullItem();
    }
    return token(authorization)
        .map(token -> providers.authenticate(new TokenShown(token)))
        .orElseGet(
            () ->
                begins(authorization, BASIC)
                    ? Uni.createFrom().failure(new AuthenticationFailedException())
                    : Uni.createFrom().nullItem());
  }

  /** The device's token in the header; empty when there is none that looks like one. */
  static Optional<String> token(String authorization) {
    String shown = "";
    if (begins(authorization, BEARER)) {
      shown = authorization.substring(BEARER.length()).strip();
    } else if (begins(authorization, BASIC)) {
      shown = password(authorization.substring(BASIC.length()).strip());
    }
    return Optional.of(shown).filter(DeviceToken::looksRight);
  }

  private static boolean begins(String text, String start) {
    return text.regionMatches(true, 0, start, 0, start.length());
  }

  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException noBase64) {
      return "";
    }
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return context.normalizedPath().startsWith(ROOT)
        ? Uni.createFrom()
            .item(new ChallengeData(401, "WWW-Authenticate", "Basic realm=\"Hifazat\""))
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "basic"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenShown.class);
  }

  @Override
  public int getPriority() {
    return BEFORE_KEYCLOAK;
  }

  /** Finds whom the token is for. */
  @ApplicationScoped
  public static class Directory implements IdentityProvider<TokenShown> {

    private final Devices devices;
    private final CallerContext callers;

    Directory(Devices devices, CallerContext callers) {
      this.devices = devices;
      this.callers = callers;
    }

    @Override
    public Class<TokenShown> getRequestType() {
      return TokenShown.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
        TokenShown shown, AuthenticationRequestContext context) {
      return context.runBlocking(
          () ->
              callers
                  .as(Caller.system("device-sign-in"), () -> devices.holder(shown.token()))
                  .map(Directory::identity)
                  .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(Devices.Holder holder) {
      QuarkusSecurityIdentity.Builder identity =
          QuarkusSecurityIdentity.builder()
              .setPrincipal(new QuarkusPrincipal("device:" + holder.deviceId()))
              .addRoles(holder.roles())
              .addAttribute("staff_id", holder.staffId().toString());
      holder.unitId().ifPresent(unit -> identity.addAttribute("unit_id", unit.toString()));
      return identity.build();
    }
  }
}
