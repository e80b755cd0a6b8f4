package org.hifazat.referral.webhook;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one try. */
public sealed interface Answer {
  Duration LONGEST_REST = Duration.ofDays(1);

  /**
   * The receiver answered; a redirect is not followed.
   *
   * @param code HTTP status
   * @param retryAfter how long it asks to be left alone, where it says so
   */
  record Status(int code, @Nullable Duration retryAfter) implements Answer {
    public Status(int code) {
      this(code, null);
    }
  }

  /** There was no answer. */
  record None(Why why) implements Answer {}

  /** Why there was no answer. */
  enum Why {
    NAME_UNKNOWN,
    ADDRESS_REFUSED,
    UNREACHABLE,
    TIMED_OUT,
    TLS_FAILED;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How long the receiver asks to be left alone; a day at most, so that nobody parks news. */
  default Optional<Duration> restFor() {
    return this instanceof Status(int code, Duration asked) && asked != null && !taken()
        ? Optional.of(asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked)
        : Optional.empty();
  }

  /** Any 2xx counts. */
  default boolean taken() {
    return this instanceof Status(int code, Duration any) && code >= 200 && code < 300;
  }

  /** 410: the receiver wants no more. */
  default boolean gone() {
    return this instanceof Status(int code, Duration any) && code == 410;
  }

  /** delivered, gone, redirected, refused or why there was no answer. */
  default String label() {
    return switch (this) {
      case None(Why why) -> why.label();
      case Status(int code, Duration any) when code >= 300 && code < 400 -> "redirected";
      case Status any -> taken() ? "delivered" : gone() ? "gone" : "refused";
    };
  }
}
