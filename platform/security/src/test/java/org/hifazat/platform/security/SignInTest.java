package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hifazat.platform.security.SignIn.Lack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Duration MAX_AGE = Duration.ofMinutes(5);

  @Test
  void enoughIsASecondFactorWithinTheLastMinutes() {
    assertThat(lack(NOW.getEpochSecond(), "2", false)).isEmpty();
    assertThat(lack(NOW.minus(MAX_AGE).getEpochSecond(), "2", false)).isEmpty();
    assertThat(lack(NOW.minusSeconds(10).getEpochSecond(), "3", false)).isEmpty();
  }

  @Test
  void oneSecondTooOldIsTooOld() {
    assertThat(lack(NOW.minus(MAX_AGE).minusSeconds(1).getEpochSecond(), "2", false))
        .contains(Lack.TOO_OLD);
    assertThat(lack(Long.MIN_VALUE, "2", false)).contains(Lack.NO_SIGN_IN);
    assertThat(lack(0, "2", false)).contains(Lack.NO_SIGN_IN);
    assertThat(lack(1, "2", false)).contains(Lack.TOO_OLD);
  }

  @Test
  void clocksMayDifferALittleButASignInOfTheFutureIsNotBelieved() {
    assertThat(lack(NOW.plusSeconds(60).getEpochSecond(), "2", false)).isEmpty();
    assertThat(lack(NOW.plusSeconds(61).getEpochSecond(), "2", false)).contains(Lack.TOO_OLD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "-1", "", "gold", "2.0", "urn:mace:silver"})
  void aLevelBelowOrOneWeDoNotKnowIsTooWeak(String acr) {
    assertThat(lack(NOW.getEpochSecond(), acr, false)).contains(Lack.TOO_WEAK);
  }

  @Test
  void aDemoAccountNeedsNoSecondFactorButAFreshSignIn() {
    assertThat(lack(NOW.getEpochSecond(), "1", true)).isEmpty();
    assertThat(lack(NOW.getEpochSecond(), "0", true)).contains(Lack.TOO_WEAK);
    assertThat(lack(NOW.minus(MAX_AGE).minusSeconds(1).getEpochSecond(), "2", true))
        .contains(Lack.TOO_OLD);
  }

  @Test
  void aProgramsTokenIsNeverEnough() {
    assertThat(SignIn.of(Map.of("acr", "2")::get).lack(NOW, MAX_AGE, 2)).contains(Lack.NO_SIGN_IN);
    assertThat(SignIn.of(Map.of("acr", "2", "demo_account", true)::get).lack(NOW, MAX_AGE, 0))
        .contains(Lack.NO_SIGN_IN);
    assertThat(SignIn.of(Map.of("auth_time", "soon", "acr", "2")::get).lack(NOW, MAX_AGE, 2))
        .contains(Lack.NO_SIGN_IN);
  }

  @Test
  void claimsMayComeAsJsonText() {
    assertThat(
            SignIn.of(Map.of("auth_time", NOW.getEpochSecond(), "acr", "\"2\"")::get)
                .lack(NOW, MAX_AGE, 2))
        .isEmpty();
  }

  private static Optional<Lack> lack(long authTime, String acr, boolean demo) {
    return SignIn.of(Map.of("auth_time", authTime, "acr", acr, "demo_account", demo)::get)
        .lack(NOW, MAX_AGE, 2);
  }
}
