package org.hifazat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/**
 * The key pair the demo partner's system signs its client assertions with: EC P-256 (ES256), as JWK
 * and JWKS.
 */
record PartnerKey(Path privateJwk, Path publicJwks) {

  private static final int COORDINATE_BYTES = 32;

  /** Makes {@code <client>.jwk.json} and {@code <client>.jwks.json} when they are missing. */
  static PartnerKey of(Path folder, String client) {
    PartnerKey key =
        new PartnerKey(folder.resolve(client + ".jwk.json"), folder.resolve(client + ".jwks.json"));
    if (!Files.exists(key.privateJwk) || !Files.exists(key.publicJwks)) {
      key.generate(client + "-1");
    }
    return key;
  }

  private void generate(String keyId) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      ECPublicKey open = (ECPublicKey) pair.getPublic();
      ECPrivateKey secret = (ECPrivateKey) pair.getPrivate();
      String shared =
          "\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\""
              .formatted(
                  keyId, encoded(open.getW().getAffineX()), encoded(open.getW().getAffineY()));
      Secrets.write(privateJwk, "{" + shared + ",\"d\":\"" + encoded(secret.getS()) + "\"}\n");
      Secrets.write(publicJwks, "{\"keys\":[{" + shared + "}]}\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK has no P-256 keys", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fixed length, without the sign byte BigInteger may add (RFC 7518 §6.2.1.2). */
  static String encoded(BigInteger number) {
    byte[] given = number.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    int length = Math.min(given.length, COORDINATE_BYTES);
    System.arraycopy(given, given.length - length, fixed, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
  }
}
