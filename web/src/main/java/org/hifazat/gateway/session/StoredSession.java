package org.hifazat.gateway.session;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param subject Keycloak's id of the account
 * @param keycloakSession Keycloak's id of its session ({@code sid})
 * @param renewAt when the access token is to be exchanged, some time before it ends
 * @param endsAt when the session is over, however much it is used
 */
record StoredSession(
    String subject,
    String keycloakSession,
    Tokens tokens,
    Instant startedAt,
    Instant renewAt,
    Instant endsAt) {

  /** A session as it begins or, with the start kept, as it goes on with new tokens. */
  static StoredSession with(Tokens tokens, Instant startedAt, Instant now, Duration longest) {
    var claims = Tokens.claims(tokens.id());
    Duration access = Tokens.lifespan(tokens.access());
    Duration refresh = Tokens.lifespan(tokens.refresh());
    Duration margin = min(access.dividedBy(5), Duration.ofSeconds(30));
    Instant atMost = startedAt.plus(longest);
    Instant unused = refresh.isZero() ? atMost : now.plus(refresh);
    return new StoredSession(
        claims.getString("sub"),
        claims.getString("sid", ""),
        tokens,
        startedAt,
        now.plus(access).minus(margin),
        unused.isBefore(atMost) ? unused : atMost);
  }

  /** Until when the access token is taken by the services. */
  Instant accessEndsAt() {
    Duration access = Tokens.lifespan(tokens.access());
    return renewAt.plus(min(access.dividedBy(5), Duration.ofSeconds(30)));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
