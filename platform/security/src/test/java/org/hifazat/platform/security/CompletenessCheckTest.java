package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletenessCheckTest {
  private static final Rule RULE = Rule.allow("reader", Relation.NONE);

  @Test
  void whenAllMeetThereIsNoGap() throws Exception {
    assertThat(
            CompletenessCheck.gaps(
                List.of(operation("OPEN", true, false), operation("SWEEP", true, true)),
                Set.of(method("opens"))))
        .isEmpty();
  }

  @Test
  void aMethodThatPerformsNothingIsNamed() throws Exception {
    assertThat(CompletenessCheck.gaps(List.of(), Set.of(method("forgets"))))
        .containsExactly("Endpoints.forgets has no @Performs");
  }

  @Test
  void aMethodThatPerformsNoOperationIsNamed() throws Exception {
    assertThat(CompletenessCheck.gaps(List.of(), Set.of(method("opens"))))
        .containsExactly("Endpoints.opens performs OPEN, which is no operation");
  }

  @Test
  void anOperationWithoutARuleIsNamedEvenAnInternalOne() throws Exception {
    assertThat(
            CompletenessCheck.gaps(
                List.of(operation("OPEN", false, false), operation("SWEEP", false, true)),
                Set.of(method("opens"))))
        .containsExactly("operation OPEN has no rule", "operation SWEEP has no rule");
  }

  @Test
  void anOperationNobodyPerformsIsNamedUnlessItIsInternal() {
    assertThat(
            CompletenessCheck.gaps(
                List.of(operation("OPEN", true, false), operation("SWEEP", true, true)), Set.of()))
        .containsExactly("operation OPEN is performed by no resource method");
  }

  private static OperationCatalogue.Entry operation(String name, boolean ruled, boolean internal) {
    return new OperationCatalogue.Entry(name, ruled ? RULE : null, internal, false);
  }

  private static Method method(String name) throws NoSuchMethodException {
    return Endpoints.class.getDeclaredMethod(name);
  }

  /** Two methods like those of a resource. */
  static class Endpoints {
    @Performs("OPEN")
    void opens() {}

    void forgets() {}
  }
}
