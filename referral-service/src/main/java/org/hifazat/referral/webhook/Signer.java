package org.hifazat.referral.webhook;

import java.nio.charset.StandardCharsets;

/** What signs a message of an endpoint, in one of the two schemes of Standard Webhooks 1.0.0. */
sealed interface Signer permits SigningKey, SharedSecret {

  /** To be stored encrypted. */
  String secret();

  /** One entry of the header webhook-signature, over id, time and the body's exact bytes. */
  String sign(String id, long epochSecond, byte[] body);

  /** What is signed before the body, in either scheme. */
  static byte[] before(String id, long epochSecond) {
    return (id + '.' + epochSecond + '.').getBytes(StandardCharsets.UTF_8);
  }
}
