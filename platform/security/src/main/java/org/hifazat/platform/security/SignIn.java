package org.hifazat.platform.security;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How somebody signed in, as their token tells.
 *
 * @param at when they typed their password; absent for a program, which never does
 * @param acr the level reached, 0 when the token says none we know
 * @param demo whether identity made the account for a demonstration, without a second factor
 */
record SignIn(Optional<Instant> at, int acr, boolean demo) {
  /** A demo account has no second factor to show. */
  private static final int DEMO_ACR = 1;

  /** Keycloak's clock may be ahead of ours by this much. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** What a sign-in lacks, as the audit trail names it. */
  enum Lack {
    NO_SIGN_IN("step-up:no-sign-in"),
    TOO_OLD("step-up:too-old"),
    TOO_WEAK("step-up:too-weak");

    private final String code;

    Lack(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Reads the claims; one that cannot be read counts as absent. */
  static SignIn of(Function<String, @Nullable Object> claims) {
    return new SignIn(
        // an absent one is read as 0
        number(claims.apply("auth_time")).filter(at -> at > 0).flatMap(SignIn::instant),
        number(claims.apply("acr")).map(Long::intValue).orElse(0),
        "true".equals(String.valueOf(claims.apply("demo_account"))));
  }

  /** Whether this is enough for a sensitive operation. */
  Optional<Lack> lack(Instant now, Duration maxAge, int leastAcr) {
    if (at.isEmpty()) {
      return Optional.of(Lack.NO_SIGN_IN);
    }
    Duration age = Duration.between(at.get(), now);
    if (age.compareTo(maxAge) > 0 || age.plus(SKEW).isNegative()) {
      return Optional.of(Lack.TOO_OLD);
    }
    return acr < needed(leastAcr) ? Optional.of(Lack.TOO_WEAK) : Optional.empty();
  }

  /** The level this account has to reach. */
  int needed(int leastAcr) {
    return demo ? Math.min(DEMO_ACR, leastAcr) : leastAcr;
  }

  private static Optional<Long> number(@Nullable Object claim) {
    try {
      return claim == null
          ? Optional.empty()
          : Optional.of(Long.parseLong(unquoted(claim.toString())));
    } catch (NumberFormatException otherwise) {
      return Optional.empty();
    }
  }

  /** A claim may come as JSON text. */
  private static String unquoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static Optional<Instant> instant(long epochSecond) {
    try {
      return Optional.of(Instant.ofEpochSecond(epochSecond));
    } catch (DateTimeException beyondAllTime) {
      return Optional.empty();
    }
  }
}
