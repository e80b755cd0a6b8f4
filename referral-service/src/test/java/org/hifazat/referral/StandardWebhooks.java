package org.hifazat.referral;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/** What a receiver does by Standard Webhooks 1.0.0, written from the specification alone. */
public final class StandardWebhooks {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** RFC 8410: what stands before a raw Ed25519 key. */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private StandardWebhooks() {}

  /** Whether one of the signatures is the key's, and the message no old one. */
  public static boolean verified(
      String publicKey, String id, long second, String header, byte[] body, Instant now) {
    if (Duration.between(Instant.ofEpochSecond(second), now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    for (String entry : header.split(" ")) {
      if (entry.startsWith("v1a,") && signed(publicKey, id, second, entry.substring(4), body)) {
        return true;
      }
    }
    return false;
  }

  private static boolean signed(
      String publicKey, String id, long second, String signature, byte[] body) {
    try {
      byte[] raw = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
      byte[] encoded = new byte[PREFIX.length + raw.length];
      System.arraycopy(PREFIX, 0, encoded, 0, PREFIX.length);
      System.arraycopy(raw, 0, encoded, PREFIX.length, raw.length);
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
      check.update(body);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
