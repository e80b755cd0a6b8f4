package org.hifazat.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the gateway is, where the others are, and how much it lets through. */
@ConfigMapping(prefix = "hifazat.gateway")
public interface GatewayConfig {

  /**
   * The address browsers use, e.g. {@code https://hifazat.example.pk}; https makes cookies Secure.
   */
  URI publicUrl();

  /** Keycloak as seen from here, with its path: {@code http://127.0.0.1:8610/auth}. */
  URI keycloakUrl();

  /** The realm as tokens name it. */
  String issuer();

  /** Secret of Keycloak's client {@code gateway}; at least 32 characters. */
  String clientSecret();

  Services services();

  Session session();

  Timeouts timeouts();

  Limits limits();

  /** Whether browsers reach the gateway over TLS. */
  default boolean secure() {
    return "https".equals(publicUrl().getScheme());
  }

  /** What a browser sends as Origin from the application's own pages. */
  default String publicOrigin() {
    return publicUrl().getScheme() + "://" + publicUrl().getAuthority();
  }

  /** The realm as seen from here. */
  default String realmUrl() {
    return keycloakUrl() + "/realms/" + GatewayPaths.REALM;
  }

  /** Base addresses of the services. */
  interface Services {
    URI identity();

    URI cases();

    URI assessments();

    URI referrals();

    URI monitoring();
  }

  /** How long somebody stays signed in. */
  interface Session {
    /** Longest time from signing in to having to sign in again, whatever Keycloak would allow. */
    @WithDefault("10h")
    Duration longest();

    /** How long somebody may take on Keycloak's pages. */
    @WithDefault("1h")
    Duration signInWithin();
  }

  /** Patience with a service or Keycloak. */
  interface Timeouts {
    @WithDefault("2s")
    Duration connect();

    /** Longest silence of a service within a request. */
    @WithDefault("20s")
    Duration silence();

    /** Longest time a request's body may take to arrive: a megabyte on the slowest of lines. */
    @WithDefault("5m")
    Duration body();

    /** Longest silence of Keycloak, whose first pages after a start are slow. */
    @WithDefault("30s")
    Duration keycloakSilence();
  }

  /** Sizes and rates; rates are token buckets in this process. */
  interface Limits {
    /** Longest request body in bytes. */
    @WithDefault("1048576")
    long bodyBytes();

    /**
     * Bytes of all bodies under way from people who are signed in; a quarter of it for one address.
     */
    @WithDefault("50331648")
    long signedInBodiesBytes();

    /** As much of everybody else: programs, telephones with Collect, links, sign-in pages. */
    @WithDefault("25165824")
    long otherBodiesBytes();

    /** Connections kept to one service, and requests that may wait for one. */
    @WithDefault("64")
    int connectionsPerService();

    Rate signIn();

    Rate session();

    Rate address();

    /** Attempts of one address to open a secure link. */
    Rate link();
  }

  /** A bucket of {@code burst} requests that refills with {@code perSecond}. */
  interface Rate {
    int burst();

    double perSecond();
  }
}
