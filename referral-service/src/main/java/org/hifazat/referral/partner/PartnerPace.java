package org.hifazat.referral.partner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hifazat.platform.security.Caller;

/**
 * Keeps each client of the partner API to its number of requests in a window, so that one agency's
 * fault is not another's wait. Counted by this instance for itself.
 */
@ApplicationScoped
public class PartnerPace {
  private static final int MANY = 10_000;
  private static final int MILLIS = 1_000;

  private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();
  private final PaceConfig config;
  private final Clock clock;

  PartnerPace(PaceConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  private record Window(Instant until, int used) {}

  /**
   * Where a client stands after a request.
   *
   * @param quota requests in a window
   * @param windowSeconds how long one lasts
   * @param left how many more there may be in this one
   * @param resetSeconds until the next begins
   * @param allowed whether this request is one of them
   */
  public record Standing(
      int quota, long windowSeconds, int left, long resetSeconds, boolean allowed) {}

  /** Over, or of a time that a corrected clock has yet to come to. */
  private boolean isOver(Window window, Instant now) {
    return !now.isBefore(window.until()) || now.isBefore(window.until().minus(config.window()));
  }

  /** Counts a request. */
  public Standing take(Caller caller) {
    Instant now = clock.instant();
    if (windows.size() > MANY) {
      windows.values().removeIf(window -> !now.isBefore(window.until()));
    }
    int quota =
        caller
            .agencyId()
            .map(agency -> config.byAgency().get(agency.toString()))
            .orElse(config.requests());
    Window window =
        windows.compute(
            caller.subject(),
            (client, last) ->
                last == null || isOver(last, now)
                    ? new Window(now.plus(config.window()), 1)
                    : new Window(last.until(), Math.min(last.used(), quota) + 1));
    long millis = Duration.between(now, window.until()).toMillis();
    return new Standing(
        quota,
        config.window().toSeconds(),
        Math.max(0, quota - window.used()),
        (millis + MILLIS - 1) / MILLIS,
        window.used() <= quota);
  }
}
