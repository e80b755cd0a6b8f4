package org.hifazat.referral.webhook;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as it goes to a receiver (Standard Webhooks 1.0.0).
 *
 * @param id webhook-id: the same at every try, by which a receiver knows what it has already
 * @param timestamp webhook-timestamp: seconds since 1970 of this try
 * @param signature webhook-signature: one entry for each that signs now, keys before secrets and
 *     the newest first
 * @param body the bytes that were signed
 */
public record SignedMessage(String id, long timestamp, String signature, byte[] body) {

  static SignedMessage of(String id, Instant now, byte[] body, List<? extends Signer> signers) {
    long second = now.getEpochSecond();
    return new SignedMessage(
        id,
        second,
        signers.stream().map(one -> one.sign(id, second, body)).collect(Collectors.joining(" ")),
        body);
  }
}
