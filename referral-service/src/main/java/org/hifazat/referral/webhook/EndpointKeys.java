package org.hifazat.referral.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hifazat.platform.persistence.FieldCipher;
import org.hifazat.referral.webhook.WebhookEndpoint.SealedKey;
import org.jspecify.annotations.Nullable;

/**
 * What signs for endpoints, encrypted under the endpoint's own data key. Needs a transaction.
 *
 * <p>The columns' names are part of what is encrypted: one value put in another's place is no key.
 */
@ApplicationScoped
class EndpointKeys {
  private static final Columns KEY =
      new Columns("webhook_endpoint.signing_key", "webhook_endpoint.previous_key");
  private static final Columns SHARED =
      new Columns("webhook_endpoint.shared_secret", "webhook_endpoint.previous_shared_secret");

  private final FieldCipher cipher;

  EndpointKeys(FieldCipher cipher) {
    this.cipher = cipher;
  }

  private record Columns(String present, String previous) {}

  SealedKey fresh(UUID endpoint) {
    SigningKey key = SigningKey.generate();
    return new SealedKey(sealed(endpoint, KEY.present(), key), key.publicKey());
  }

  /** The present key, encrypted as the previous one. */
  byte[] asPrevious(WebhookEndpoint endpoint) {
    return asPrevious(endpoint.id(), KEY, endpoint.signing());
  }

  byte[] sealed(UUID endpoint, SharedSecret secret) {
    return sealed(endpoint, SHARED.present(), secret);
  }

  /** The present secret, encrypted as the previous one; null when there is none. */
  byte @Nullable [] sharedAsPrevious(WebhookEndpoint endpoint) {
    return endpoint.shared().map(shared -> asPrevious(endpoint.id(), SHARED, shared)).orElse(null);
  }

  /** All that sign now, the endpoint's own first, and the newest of each first. */
  List<Signer> signing(WebhookEndpoint endpoint, Instant now) {
    UUID id = endpoint.id();
    List<Signer> signers = new ArrayList<>();
    opened(id, KEY, endpoint.signing(), now).stream().map(SigningKey::parse).forEach(signers::add);
    endpoint.shared().stream()
        .flatMap(shared -> opened(id, SHARED, shared, now).stream())
        .map(SharedSecret::parse)
        .forEach(signers::add);
    return signers;
  }

  void destroy(UUID endpoint) {
    cipher.destroy(endpoint);
  }

  private byte[] sealed(UUID endpoint, String column, Signer signer) {
    return cipher.encrypt(endpoint, column, endpoint, signer.secret());
  }

  private byte[] asPrevious(UUID id, Columns columns, Succession succession) {
    return cipher.encrypt(
        id,
        columns.previous(),
        id,
        cipher.decrypt(id, columns.present(), id, succession.present()));
  }

  private List<String> opened(UUID id, Columns columns, Succession succession, Instant now) {
    List<String> secrets = new ArrayList<>();
    secrets.add(cipher.decrypt(id, columns.present(), id, succession.present()));
    succession
        .previous(now)
        .ifPresent(before -> secrets.add(cipher.decrypt(id, columns.previous(), id, before)));
    return secrets;
  }
}
