package org.hifazat.referral.webhook.integration;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a receiver asks to be left alone: seconds, or an HTTP date in any of its three forms
 * (RFC 9110, 10.2.3 and 5.6.7). A date is counted from the receiver's own Date where it gave one,
 * since its clock is not ours.
 */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.RFC_1123_DATE_TIME,
          form("EEEE, dd-MMM-yy HH:mm:ss 'GMT'"),
          form("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  /**
   * @param date the answer's own Date
   * @return null when it asks nothing that can be understood, or for a time that has passed
   */
  static @Nullable Duration of(@Nullable String header, @Nullable String date, Instant now) {
    if (header == null) {
      return null;
    }
    Matcher seconds = SECONDS.matcher(header.strip());
    if (seconds.matches()) {
      return Duration.ofSeconds(Long.parseLong(seconds.group()));
    }
    Instant until = instant(header);
    if (until == null) {
      return null;
    }
    Instant told = date == null ? null : instant(date);
    Duration wait = Duration.between(told == null ? now : told, until);
    return wait.isPositive() ? wait : null;
  }

  private static @Nullable Instant instant(String text) {
    for (DateTimeFormatter form : DATES) {
      try {
        return Instant.from(form.parse(text.strip()));
      } catch (DateTimeException otherForm) {
        // the next one
      }
    }
    return null;
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
