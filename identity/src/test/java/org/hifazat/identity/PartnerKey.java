package org.hifazat.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.UUID;

/** The key pair of a partner's system, as the partner would make it. */
record PartnerKey(KeyPair pair, String kid) {

  static PartnerKey make() {
    return make("k1");
  }

  static PartnerKey make(String kid) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return new PartnerKey(generator.generateKeyPair(), kid);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public half as a JSON Web Key Set. */
  String jwks() {
    return "{\"keys\":[" + jwk() + "]}";
  }

  String jwk() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return """
        {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}"""
        .formatted(
            kid,
            encoded(key.getModulus().toByteArray()),
            encoded(key.getPublicExponent().toByteArray()));
  }

  /** A signed assertion (RFC 7523) of the client for the audience, good for a minute. */
  String assertion(String clientId, String audience) {
    long now = System.currentTimeMillis() / 1000;
    String signed =
        encoded(("{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}").getBytes(StandardCharsets.UTF_8))
            + '.'
            + encoded(
                """
                {"iss":"%1$s","sub":"%1$s","aud":"%2$s","jti":"%3$s","iat":%4$d,"exp":%5$d}"""
                    .formatted(clientId, audience, UUID.randomUUID(), now, now + 60)
                    .getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + '.' + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
