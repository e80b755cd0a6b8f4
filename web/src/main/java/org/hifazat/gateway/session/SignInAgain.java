package org.hifazat.gateway.session;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Somebody signed in who is to show again who they are. Stands in the address of the way there and
 * back, as Quarkus restores that: which session it began with tells the way there from the way
 * back, and whose it was tells whether the same person came back.
 *
 * @param session mark of the session it began with
 * @param person mark of the account
 */
record SignInAgain(String session, String person) {
  /** What the application asks with. */
  static final String ASKED = "step-up";

  private static final String PARAMETER = "again";
  private static final int BYTES = 12;

  /** Whether the application asks for it. */
  static boolean asked(HttpServerRequest request) {
    return "1".equals(request.getParam(ASKED));
  }

  /** For the session with this id and its ID token. */
  static SignInAgain from(String sessionId, String idToken) {
    return new SignInAgain(mark(sessionId), mark(subject(idToken)));
  }

  /** The one an address names, if it does. */
  static Optional<SignInAgain> in(HttpServerRequest request) {
    return Optional.ofNullable(request.getParam(PARAMETER))
        .map(value -> value.split("\\.", -1))
        .filter(parts -> parts.length == 2)
        .map(parts -> new SignInAgain(parts[0], parts[1]));
  }

  /** As part of an address. */
  String parameter() {
    return PARAMETER + '=' + session + '.' + person;
  }

  /** Whether the session with this id is still the one it began with. */
  boolean isStill(String sessionId) {
    return session.equals(mark(sessionId));
  }

  /** Whether the account of this ID token is the one it began with. */
  boolean isSamePerson(String idToken) {
    return person.equals(mark(subject(idToken)));
  }

  private static String subject(String idToken) {
    JsonObject claims = Tokens.claims(idToken);
    return claims.getString("sub", "");
  }

  /** Tells ids apart and leads back to none: an address ends up in histories and logs. */
  private static String mark(String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
