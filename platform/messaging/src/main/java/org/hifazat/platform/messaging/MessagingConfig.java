package org.hifazat.platform.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Settings of the outbox, the relay and the deliveries. */
@ConfigMapping(prefix = "hifazat.messaging")
public interface MessagingConfig {
  /**
   * Where this service's events go, for example {@code hifazat.cases.v1}; without it none can be
   * appended.
   */
  Optional<String> topic();

  /** CloudEvents source. */
  @WithDefault("/hifazat/${quarkus.application.name:service}")
  String source();

  /** Prefix of CloudEvents dataschema; the event's area, name and version follow. */
  @WithDefault("urn:hifazat:events:")
  String schemas();

  Relay relay();

  Delivery delivery();

  Topics topics();

  Inbox inbox();

  /** Publishing. */
  interface Relay {
    @WithDefault("true")
    boolean enabled();

    /**
     * Longest wait for events nobody rang for: their instance died between commit and sending. Each
     * commit rings for its own.
     */
    @WithDefault("1s")
    Duration poll();

    /**
     * Wait before another look while another instance sends: it may have read before our commit.
     */
    @WithDefault("10ms")
    Duration contended();

    /** Events per round. */
    @WithDefault("500")
    int batch();

    /** Wait after the first failure; doubled by each further one. */
    @WithDefault("500ms")
    Duration backoffFirst();

    /** Longest wait after a failure. */
    @WithDefault("30s")
    Duration backoffLongest();

    /** How long one event may take to be acknowledged. */
    @WithDefault("8s")
    Duration deliveryTimeout();
  }

  /** Consuming. */
  interface Delivery {
    /** How often a handler may try. */
    @WithDefault("5")
    int attempts();

    /** Wait before the second try; doubled for each further one. */
    @WithDefault("200ms")
    Duration backoff();

    /** Longest wait between looks at a database or broker that is away. */
    @WithDefault("10s")
    Duration outageBackoff();
  }

  /** Topics that this service creates when they are missing. */
  interface Topics {
    @WithDefault("6")
    int partitions();

    /** How long a topic keeps an event. */
    @WithDefault("30d")
    Duration retention();

    /** Topics that keep everything, beside the dead letters. */
    @WithDefault("hifazat.directory.v1,hifazat.audit.v1")
    Set<String> unlimited();
  }

  /** Remembering what was applied. */
  interface Inbox {
    /**
     * Longer than {@link Topics#retention()}: a forgotten event that comes again would be applied
     * again.
     */
    @WithDefault("45d")
    Duration retention();
  }
}
