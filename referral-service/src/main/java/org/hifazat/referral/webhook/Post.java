package org.hifazat.referral.webhook;

/** The way to a receiver. */
public interface Post {
  /**
   * Sends once and waits, no longer than the settings say; never throws for what a receiver does.
   */
  Answer send(ReceiverAddress receiver, SignedMessage message);
}
