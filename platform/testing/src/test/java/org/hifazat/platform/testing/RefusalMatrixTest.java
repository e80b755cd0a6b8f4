package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

class RefusalMatrixTest {

  private static final List<String> OPERATIONS = List.of("READ", "CHANGE");
  private static final List<String> ROLES = List.of("owner", "stranger");
  private static final List<String> RELATIONS = List.of("OWN", "OTHER");
  private static final Map<String, Map<String, Set<String>>> ALLOWED =
      Map.of("READ", Map.of("owner", Set.of("OWN")));

  @Test
  void everyCombinationIsTriedOnce() {
    List<String> tried = new ArrayList<>();
    List<String> failures =
        failures(
            (operation, role, relation) -> {
              tried.add(operation + role + relation);
              return isListed(operation, role, relation);
            });
    assertThat(failures).isEmpty();
    assertThat(tried).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aPermissionThatIsNotListedFails() {
    assertThat(failures((operation, role, relation) -> true)).hasSize(7);
  }

  @Test
  void aListedPermissionThatIsRefusedFails() {
    assertThat(failures((operation, role, relation) -> false)).containsExactly("owner may on OWN");
  }

  @Test
  void aListWithUnknownNamesIsRefused() {
    Map<String, Map<String, Set<String>>> misspelt = Map.of("RAED", Map.of());
    assertThatThrownBy(() -> RefusalMatrix.of(OPERATIONS, ROLES, RELATIONS, misspelt))
        .isInstanceOf(AssertionError.class);
    Map<String, Map<String, Set<String>>> nobody = Map.of("READ", Map.of("onwer", Set.of("OWN")));
    assertThatThrownBy(() -> RefusalMatrix.of(OPERATIONS, ROLES, RELATIONS, nobody))
        .isInstanceOf(AssertionError.class);
  }

  private static boolean isListed(String operation, String role, String relation) {
    return operation.equals("READ") && role.equals("owner") && relation.equals("OWN");
  }

  private static List<String> failures(RefusalMatrix.Attempt<String, String> attempt) {
    List<String> failures = new ArrayList<>();
    RefusalMatrix.of(OPERATIONS, ROLES, RELATIONS, ALLOWED)
        .tests(attempt)
        .flatMap(RefusalMatrixTest::leaves)
        .forEach(
            test -> {
              try {
                test.getExecutable().execute();
              } catch (Throwable failed) {
                failures.add(test.getDisplayName());
              }
            });
    return failures;
  }

  private static Stream<DynamicTest> leaves(DynamicNode node) {
    return switch (node) {
      case DynamicContainer container ->
          container.getChildren().flatMap(child -> leaves((DynamicNode) child));
      case DynamicTest test -> Stream.of(test);
      default -> Stream.empty();
    };
  }
}
