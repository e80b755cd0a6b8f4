package org.hifazat.platform.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

/** Access tokens of the shipped realm, signed by a real Keycloak. */
public final class Tokens {
  /** Keycloak's are good for five minutes. */
  private static final long USED_FOR_NANOS = 200_000_000_000L;

  private static final int SECOND_FACTOR = 2;

  private record Held(String token, long since) {}

  /** A property, as Quarkus loads this class more than once. */
  private static final String BRIEF = "hifazat.test.keycloak.brief-token";

  private static final Map<Persona, Held> HELD = new ConcurrentHashMap<>();

  private Tokens() {}

  /**
   * A token for the persona, good for at least a minute; a person has just signed in with a second
   * factor.
   */
  public static String of(Persona persona) {
    return HELD.compute(
            persona,
            (one, held) ->
                held != null && System.nanoTime() - held.since() < USED_FOR_NANOS
                    ? held
                    : new Held(fresh(one), System.nanoTime()))
        .token();
  }

  /** The token of a person who signed in an hour ago: too long for a sensitive operation. */
  public static String ofOldSignIn(Persona persona) {
    return signedInAt(persona, minute(Instant.now().minus(Duration.ofHours(1))), SECOND_FACTOR);
  }

  /** The token of a person who has just signed in, but with the password alone. */
  public static String ofWeakSignIn(Persona persona) {
    return signedInAt(persona, minute(Instant.now()), 1);
  }

  /**
   * The token of a person who signed in then, for example by a clock the test has moved.
   *
   * @param acr 1 for a password alone, 2 with a second factor
   */
  public static String signedInAt(Persona persona, Instant then, int acr) {
    if (persona.isSystem()) {
      throw new IllegalArgumentException(persona + " is a program, which never signs in");
    }
    RealmAdministration keycloak = administration();
    return ofPerson(keycloak, persona, keycloak.clientOfSignIn(then.getEpochSecond(), acr));
  }

  /** Whole minutes, so that many tokens share one client. */
  private static Instant minute(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MINUTES);
  }

  /** A social worker's token that was good once; who asks early waits some seconds for its end. */
  public static String expired() {
    KeycloakBackend.url();
    String token = Shared.value(BRIEF).orElseThrow();
    // services forgive clocks that differ by five seconds
    long end = claim(token, "exp") + 5;
    Awaitility.await("the end of a token").until(() -> System.currentTimeMillis() / 1000 > end);
    return token;
  }

  /** Gets the token that will have ended when a test asks for it. */
  static void begin(String url) {
    Shared.once(
        BRIEF,
        () ->
            ofPerson(
                KeycloakBackend.administration(url),
                Persona.SOCIAL_WORKER,
                RealmAdministration.BRIEF_CLIENT));
  }

  /** A social worker's token in every claim and header, but signed with a key of our own. */
  public static String foreign() {
    String[] parts = of(Persona.SOCIAL_WORKER).split("\\.", -1);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
      keys.initialize(2048);
      signature.initSign(keys.generateKeyPair().getPrivate());
      String signed = parts[0] + '.' + parts[1];
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + '.'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The token of an account that is no persona, for example one the identity service made.
   *
   * @throws IllegalStateException when Keycloak refuses the sign-in
   */
  public static String ofAccount(String username, String password) {
    return administration()
        .token(
            "hifazat",
            Map.of(
                "grant_type",
                "password",
                "client_id",
                RealmAdministration.CLIENT,
                "client_secret",
                RealmAdministration.SECRET,
                "username",
                username,
                "password",
                password));
  }

  /**
   * The token of another client of the system's agency, with claims of its own besides.
   *
   * @throws IllegalArgumentException when the persona is a person
   */
  public static String saying(Persona system, Map<String, String> claims) {
    if (!system.isSystem()) {
      throw new IllegalArgumentException(system + " is no program");
    }
    RealmAdministration keycloak = administration();
    return ofClient(keycloak, keycloak.clientSaying(system, claims));
  }

  private static String fresh(Persona persona) {
    if (!persona.isSystem()) {
      return signedInAt(persona, minute(Instant.now()), SECOND_FACTOR);
    }
    return ofClient(administration(), persona.account());
  }

  private static String ofClient(RealmAdministration administration, String client) {
    return administration.token(
        "hifazat",
        Map.of(
            "grant_type",
            "client_credentials",
            "client_id",
            client,
            "client_secret",
            RealmAdministration.SECRET));
  }

  /**
   * Keycloak lets one account sign in once at a time and refuses the second as if its password were
   * wrong; suites that share a Keycloak sign in the same personas, so the second one asks again.
   */
  private static String ofPerson(
      RealmAdministration administration, Persona persona, String client) {
    Map<String, String> form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "client_secret",
            RealmAdministration.SECRET,
            "username",
            persona.account(),
            "password",
            RealmAdministration.SECRET);
    return Awaitility.await("a token of " + persona)
        .atMost(Patience.LONG)
        .ignoreExceptionsInstanceOf(IllegalStateException.class)
        .until(() -> administration.token("hifazat", form), token -> !token.isEmpty());
  }

  private static RealmAdministration administration() {
    return KeycloakBackend.administration(KeycloakBackend.url());
  }

  private static long claim(String token, String name) {
    String payload = token.split("\\.", -1)[1];
    return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload)).get(name).asLong();
  }
}
