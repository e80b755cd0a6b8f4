package org.hifazat.gateway.guard;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.hifazat.gateway.GatewayConfig;

/** Buckets of requests, one per key, that refill with time. */
final class TokenBuckets {
  /** Beyond it, strangers share one bucket: nobody fills our memory by inventing keys. */
  static final int MOST_KEYS = 50_000;

  private static final String OVERFLOW = "";

  private record Bucket(double tokens, long atMillis) {}

  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private final double burst;
  private final double perSecond;
  private final Clock clock;

  TokenBuckets(GatewayConfig.Rate rate, Clock clock) {
    this(rate.burst(), rate.perSecond(), clock);
  }

  TokenBuckets(double burst, double perSecond, Clock clock) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.clock = clock;
  }

  /** Takes one request of the key's bucket: 0, or the seconds after which there is one again. */
  long take(String key) {
    long now = clock.millis();
    if (buckets.size() >= MOST_KEYS && !buckets.containsKey(key)) {
      buckets.values().removeIf(bucket -> refilled(bucket, now) >= burst);
    }
    String kept = buckets.size() >= MOST_KEYS && !buckets.containsKey(key) ? OVERFLOW : key;
    long[] wait = new long[1];
    buckets.compute(
        kept,
        (name, bucket) -> {
          double present = bucket == null ? burst : refilled(bucket, now);
          if (present >= 1) {
            wait[0] = 0;
            return new Bucket(present - 1, now);
          }
          wait[0] = (long) Math.ceil((1 - present) / perSecond);
          return new Bucket(present, now);
        });
    return wait[0];
  }

  int keys() {
    return buckets.size();
  }

  private double refilled(Bucket bucket, long now) {
    double passed = Math.max(0, now - bucket.atMillis()) / 1000.0;
    return Math.min(burst, bucket.tokens() + passed * perSecond);
  }
}
