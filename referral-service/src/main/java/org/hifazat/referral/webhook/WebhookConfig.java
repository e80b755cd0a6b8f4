package org.hifazat.referral.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of webhooks. */
@ConfigMapping(prefix = "hifazat.webhook")
public interface WebhookConfig {
  /** Whether this instance sends; one that does not leaves it to the others. */
  @WithDefault("true")
  boolean sending();

  /** Whether receivers may listen without TLS: on one's own machine only. */
  @WithDefault("false")
  boolean plainHttp();

  /** Ranges that are no public ones and may be sent to, as in 192.168.7.0/24. */
  Optional<List<String>> openRanges();

  /** Beginning of the links in messages: what agencies know the platform by. */
  @WithDefault("http://localhost:8600")
  String publicUrl();

  /** How long a connection may take. */
  @WithDefault("5s")
  Duration connectWithin();

  /** How long a receiver may take in all; Standard Webhooks asks for 15 to 30 seconds. */
  @WithDefault("15s")
  Duration answerWithin();

  /** How many receivers are sent to at once by this instance. */
  @WithDefault("256")
  int lanes();

  /** Longest wait for messages that another instance committed, or that are due again. */
  @WithDefault("1s")
  Duration poll();

  /** How long messages are kept for the failure view and for sending again. */
  @WithDefault("30d")
  Duration keep();
}
