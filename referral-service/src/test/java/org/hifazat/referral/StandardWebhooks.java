package org.hifazat.referral;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a receiver does by Standard Webhooks 1.0.0, written from the specification alone. */
public final class StandardWebhooks {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** RFC 8410: what stands before a raw Ed25519 key. */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private StandardWebhooks() {}

  /**
   * Whether one of the signatures is the key's, and the message no old one.
   *
   * @param key a public key (whpk_) or a shared secret (whsec_), each with its scheme
   */
  public static boolean verified(
      String key, String id, long second, String header, byte[] body, Instant now) {
    if (Duration.between(Instant.ofEpochSecond(second), now).abs().compareTo(TOLERANCE) > 0) {
      return false;
    }
    boolean shared = key.startsWith("whsec_");
    String version = shared ? "v1," : "v1a,";
    for (String entry : header.split(" ")) {
      if (entry.startsWith(version)) {
        String signature = entry.substring(version.length());
        if (shared
            ? authenticated(key, id, second, signature, body)
            : signed(key, id, second, signature, body)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean authenticated(
      String secret, String id, long second, String signature, byte[] body) {
    try {
      byte[] raw = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(raw, "HmacSHA256"));
      mac.update((id + "." + second + ".").getBytes(StandardCharsets.UTF_8));
      return MessageDigest.isEqual(mac.doFinal(body), Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException malformed) {
      return false;
    }
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
