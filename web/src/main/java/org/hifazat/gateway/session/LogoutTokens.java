package org.hifazat.gateway.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hifazat.gateway.GatewayConfig;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;

/**
 * Reads Keycloak's messages that a session has ended (OpenID Connect Back-Channel Logout 1.0,
 * §2.6).
 */
@ApplicationScoped
class LogoutTokens {
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final int CLOCK_SKEW_SECONDS = 30;

  private final JwtConsumer consumer;

  LogoutTokens(GatewayConfig config) {
    HttpsJwks keys = new HttpsJwks(config.realmUrl() + "/protocol/openid-connect/certs");
    this.consumer =
        new JwtConsumerBuilder()
            .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
            .setExpectedIssuer(config.issuer())
            .setExpectedAudience(KeycloakTokens.CLIENT)
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
            .build();
  }

  /** What a logout token says has ended. */
  sealed interface Ended {
    record OneSession(String keycloakSession) implements Ended {}

    record Account(String subject) implements Ended {}
  }

  /** Reads a token; empty when Keycloak did not sign it for us, or it is another kind of token. */
  Optional<Ended> read(String token) {
    try {
      JwtClaims claims = consumer.processToClaims(token);
      if (claims.hasClaim("nonce")
          || !(claims.getClaimValue("events") instanceof Map<?, ?> events)
          || !events.containsKey(EVENT)) {
        return Optional.empty();
      }
      String keycloakSession = claims.getStringClaimValue("sid");
      if (keycloakSession != null) {
        return Optional.of(new Ended.OneSession(keycloakSession));
      }
      return Optional.ofNullable(claims.getSubject()).map(Ended.Account::new);
    } catch (InvalidJwtException | MalformedClaimException refused) {
      return Optional.empty();
    }
  }
}
