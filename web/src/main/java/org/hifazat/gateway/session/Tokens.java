package org.hifazat.gateway.session;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** What Keycloak gave for one session. Its text form is a secret and never logged. */
record Tokens(String access, String refresh, String id) {

  /** The parts of a token nobody needs a key to read. */
  static JsonObject claims(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length < 3
        ? new JsonObject()
        : new JsonObject(
            new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
  }

  /**
   * How long a token is good for from its issue; independent of our clock. Zero when it says not.
   */
  static Duration lifespan(String token) {
    JsonObject claims = claims(token);
    long issued = claims.getLong("iat", 0L);
    return Duration.ofSeconds(Math.max(0, claims.getLong("exp", issued) - issued));
  }

  byte[] bytes() {
    return new JsonObject()
        .put("access", access)
        .put("refresh", refresh)
        .put("id", id)
        .toBuffer()
        .getBytes();
  }

  static Tokens of(byte[] bytes) {
    JsonObject json = new JsonObject(Buffer.buffer(bytes));
    return new Tokens(json.getString("access"), json.getString("refresh"), json.getString("id"));
  }

  @Override
  public String toString() {
    return "Tokens[…]";
  }
}
