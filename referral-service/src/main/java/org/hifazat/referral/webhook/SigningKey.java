package org.hifazat.referral.webhook;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key that signs for one endpoint, as Standard Webhooks 1.0.0 has it: {@code whsk_} and
 * {@code whpk_} with base64 behind, signatures of version {@code v1a}. The receiver gets the public
 * half only, so what is stolen there signs nothing.
 */
final class SigningKey implements Signer {
  private static final String ALGORITHM = "Ed25519";
  private static final String SECRET = "whsk_";
  private static final String PUBLIC = "whpk_";
  private static final int HALF = 32;

  private final byte[] seed;
  private final byte[] publicHalf;

  private SigningKey(byte[] seed, byte[] publicHalf) {
    this.seed = seed;
    this.publicHalf = publicHalf;
  }

  static SigningKey generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      byte[] seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
      // RFC 8410: the raw key is the end of the encoded one.
      byte[] encoded = pair.getPublic().getEncoded();
      return new SigningKey(
          seed, Arrays.copyOfRange(encoded, encoded.length - HALF, encoded.length));
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("No signing key could be made", fault);
    }
  }

  /**
   * Reads what {@link #secret} wrote: seed and public half.
   *
   * @throws IllegalArgumentException for anything else
   */
  static SigningKey parse(String secret) {
    if (!secret.startsWith(SECRET)) {
      throw new IllegalArgumentException("not a signing key");
    }
    byte[] whole = Base64.getDecoder().decode(secret.substring(SECRET.length()));
    if (whole.length != 2 * HALF) {
      throw new IllegalArgumentException("not a signing key");
    }
    return new SigningKey(
        Arrays.copyOf(whole, HALF), Arrays.copyOfRange(whole, HALF, whole.length));
  }

  /** To be stored encrypted, and given to nobody. */
  @Override
  public String secret() {
    byte[] whole = Arrays.copyOf(seed, 2 * HALF);
    System.arraycopy(publicHalf, 0, whole, HALF, HALF);
    return SECRET + Base64.getEncoder().encodeToString(whole);
  }

  /** What the receiver verifies with. */
  String publicKey() {
    return PUBLIC + Base64.getEncoder().encodeToString(publicHalf);
  }

  @Override
  public String sign(String id, long epochSecond, byte[] body) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(ALGORITHM)
              .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(Signer.before(id, epochSecond));
      signature.update(body);
      return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException fault) {
      throw new IllegalStateException("A message could not be signed", fault);
    }
  }
}
