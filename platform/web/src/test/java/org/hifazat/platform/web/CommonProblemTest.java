package org.hifazat.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommonProblemTest {

  @Test
  void codesAreUniqueAndStatusesAreErrors() {
    assertThat(Arrays.stream(CommonProblem.values()).map(CommonProblem::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    assertThat(CommonProblem.values())
        .allMatch(problem -> problem.status() >= 400 && problem.status() < 600)
        .allMatch(problem -> !problem.title().isBlank());
  }
}
