package org.hifazat.referral.webhook.web;

import java.time.Instant;
import java.util.UUID;
import org.hifazat.referral.webhook.EndpointQueries;
import org.hifazat.referral.webhook.WebhookEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where an agency's system listens.
 *
 * @param state active, paused, or gone: it answered 410
 * @param publicKey what messages are verified with: whpk_ and an Ed25519 key in base64
 * @param previousPublicKey the key before the last rotation, while it signs too
 * @param previousKeyUntil until when it does
 * @param sharedSecretSince since when a secret shared with the receiver signs too; absent when none
 * @param previousSecretUntil until when the secret before it does
 */
public record EndpointView(
    UUID id,
    UUID agencyId,
    String url,
    String state,
    Instant stateAt,
    String publicKey,
    @Nullable String previousPublicKey,
    @Nullable Instant previousKeyUntil,
    @Nullable Instant sharedSecretSince,
    @Nullable Instant previousSecretUntil,
    Instant createdAt) {

  static EndpointView of(EndpointQueries.Shown shown) {
    WebhookEndpoint endpoint = shown.endpoint();
    return new EndpointView(
        endpoint.id(),
        endpoint.agencyId(),
        endpoint.url(),
        endpoint.state().label(),
        endpoint.stateAt(),
        endpoint.publicKey(),
        shown.previousPublicKey(),
        shown.until(),
        endpoint.sharedAt().orElse(null),
        shown.sharedUntil(),
        endpoint.createdAt());
  }
}
