package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.referral.webhook.WebhookEndpoint.SealedKey;

/** The keys of endpoints, encrypted under the endpoint's own data key. Needs a transaction. */
@ApplicationScoped
class EndpointKeys {
  private static final String PRESENT = "webhook_endpoint.signing_key";
  private static final String PREVIOUS = "webhook_endpoint.previous_key";

  private final FieldCipher cipher;

  EndpointKeys(FieldCipher cipher) {
    this.cipher = cipher;
  }

  SealedKey fresh(UUID endpoint) {
    SigningKey key = SigningKey.generate();
    return new SealedKey(
        cipher.encrypt(endpoint, PRESENT, endpoint, key.secret()), key.publicKey());
  }

  /** The present key, encrypted as the previous one. */
  byte[] asPrevious(WebhookEndpoint endpoint) {
    UUID id = endpoint.id();
    return cipher.encrypt(id, PREVIOUS, id, cipher.decrypt(id, PRESENT, id, endpoint.signingKey()));
  }

  /** All that sign now, the newest first. */
  List<SigningKey> signing(WebhookEndpoint endpoint, Instant now) {
    UUID id = endpoint.id();
    List<SigningKey> keys = new ArrayList<>();
    keys.add(SigningKey.parse(cipher.decrypt(id, PRESENT, id, endpoint.signingKey())));
    endpoint
        .previousKey(now)
        .ifPresent(key -> keys.add(SigningKey.parse(cipher.decrypt(id, PREVIOUS, id, key))));
    return keys;
  }

  void destroy(UUID endpoint) {
    cipher.destroy(endpoint);
  }
}
