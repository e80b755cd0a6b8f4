package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {

  @Test
  void aTagOfOursIsRead() {
    assertThat(Preconditions.expected(ETags.of(7))).isEqualTo(7);
    assertThat(Preconditions.expected(" \"v0\" ")).isZero();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void aMissingTagIsAskedFor(@Nullable String ifMatch) {
    assertRefused(ifMatch, CommonProblem.PRECONDITION_REQUIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W/\"v7\"",
        "*",
        "v7",
        "\"7\"",
        "\"v7\", \"v8\"",
        "\"v-1\"",
        "\"v07\"",
        "\"v7",
        "\"vx\"",
        "\"v99999999999999999999\""
      })
  void aWeakOrGarbledTagIsRefused(String ifMatch) {
    assertRefused(ifMatch, CommonProblem.PRECONDITION_MALFORMED);
  }

  @Test
  void anEqualVersionPassesAndAnyOtherIsStale() {
    assertThatCode(() -> Preconditions.check(7, 7)).doesNotThrowAnyException();
    for (long actual : new long[] {6, 8}) {
      assertThatThrownBy(() -> Preconditions.check(7, actual))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(CommonProblem.STALE));
    }
  }

  private static void assertRefused(@Nullable String ifMatch, ProblemType type) {
    assertThatThrownBy(() -> Preconditions.expected(ifMatch))
        .isInstanceOfSatisfying(
            ProblemException.class, problem -> assertThat(problem.type()).isEqualTo(type));
  }
}
