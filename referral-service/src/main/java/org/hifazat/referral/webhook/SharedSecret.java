package org.hifazat.referral.webhook;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that the receiver has too, as Standard Webhooks 1.0.0 has it: {@code whsec_} with base64
 * behind, signatures of version {@code v1} by HMAC-SHA256. For receivers whose library knows no
 * other; who steals it there can write to that receiver in our name.
 */
final class SharedSecret implements Signer {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;

  /** The specification's bounds. */
  private static final int LEAST = 24;

  private static final int MOST = 64;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private SharedSecret(byte[] key) {
    this.key = key;
  }

  static SharedSecret generate() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new SharedSecret(key);
  }

  /**
   * Reads what {@link #secret} wrote.
   *
   * @throws IllegalArgumentException for anything else
   */
  static SharedSecret parse(String secret) {
    if (!secret.startsWith(PREFIX)) {
      throw new IllegalArgumentException("not a shared secret");
    }
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    if (key.length < LEAST || key.length > MOST) {
      throw new IllegalArgumentException("not a shared secret");
    }
    return new SharedSecret(key);
  }

  /** To be stored encrypted, and shown once: to whom it is shared with. */
  @Override
  public String secret() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  @Override
  public String sign(String id, long epochSecond, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(Signer.before(id, epochSecond));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("A message could not be signed", fault);
    }
  }
}
