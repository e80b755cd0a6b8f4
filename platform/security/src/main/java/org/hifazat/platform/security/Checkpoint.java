package org.hifazat.platform.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A signed statement of how far the audit chain had come: kept elsewhere, it shows a cut tail.
 *
 * @param origin the service
 * @param position of the last sealed record
 * @param hash of it, 64 hexadecimal digits
 * @param signedAt when
 * @param signature Ed25519 over {@link #text}, Base64
 */
public record Checkpoint(
    String origin, long position, String hash, Instant signedAt, String signature) {

  /** The signed bytes: one line each for kind, origin, position, hash and time. */
  public static byte[] text(String origin, long position, String hash, Instant signedAt) {
    return "hifazat audit checkpoint v1\n%s\n%d\n%s\n%s\n"
        .formatted(origin, position, hash, signedAt)
        .getBytes(StandardCharsets.UTF_8);
  }

  byte[] text() {
    return text(origin, position, hash, signedAt);
  }
}
