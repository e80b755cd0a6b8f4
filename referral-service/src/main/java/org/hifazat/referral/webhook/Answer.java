package org.hifazat.referral.webhook;

import java.util.Locale;

/** What became of one try. */
public sealed interface Answer {
  /** The receiver answered with this HTTP status; a redirect is not followed. */
  record Status(int code) implements Answer {}

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

  /** Any 2xx counts. */
  default boolean taken() {
    return this instanceof Status(int code) && code >= 200 && code < 300;
  }

  /** 410: the receiver wants no more. */
  default boolean gone() {
    return this instanceof Status(int code) && code == 410;
  }

  /** delivered, gone, redirected, refused or why there was no answer. */
  default String label() {
    return switch (this) {
      case None(Why why) -> why.label();
      case Status(int code) when code >= 300 && code < 400 -> "redirected";
      case Status any -> taken() ? "delivered" : gone() ? "gone" : "refused";
    };
  }
}
