package org.hifazat.platform.testing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tries every operation × role × relation and expects refusal for all that is not listed.
 *
 * @param <O> operation, usually the service's enum
 * @param <R> relation between the caller and the record
 */
public final class RefusalMatrix<O, R> {

  private final Set<O> operations;
  private final Set<String> roles;
  private final Set<R> relations;
  private final Map<O, Map<String, Set<R>>> allowed;

  private RefusalMatrix(
      Set<O> operations, Set<String> roles, Set<R> relations, Map<O, Map<String, Set<R>>> allowed) {
    this.operations = operations;
    this.roles = roles;
    this.relations = relations;
    this.allowed = allowed;
  }

  /**
   * @param operations all there are
   * @param roles all there are
   * @param relations all there are
   * @param allowed what is permitted, written by hand in the test: operation → role → relations
   * @throws AssertionError when allowed names an operation, role or relation there is not
   */
  public static <O, R> RefusalMatrix<O, R> of(
      Collection<O> operations,
      Collection<String> roles,
      Collection<R> relations,
      Map<O, Map<String, Set<R>>> allowed) {
    Set<O> allOperations = new LinkedHashSet<>(operations);
    Set<String> allRoles = new LinkedHashSet<>(roles);
    Set<R> allRelations = new LinkedHashSet<>(relations);
    Assertions.assertThat(allOperations)
        .as("operations")
        .isNotEmpty()
        .containsAll(allowed.keySet());
    allowed.forEach(
        (operation, byRole) -> {
          Assertions.assertThat(allRoles).as("roles of %s", operation).containsAll(byRole.keySet());
          byRole.forEach(
              (role, listed) ->
                  Assertions.assertThat(allRelations)
                      .as("relations of %s for %s", operation, role)
                      .containsAll(listed));
        });
    return new RefusalMatrix<>(allOperations, allRoles, allRelations, allowed);
  }

  /** One container per operation with a test per role and relation. */
  public Stream<DynamicNode> tests(Attempt<O, R> attempt) {
    return operations.stream().map(operation -> container(operation, attempt));
  }

  private DynamicNode container(O operation, Attempt<O, R> attempt) {
    List<DynamicTest> tests =
        roles.stream()
            .flatMap(
                role ->
                    relations.stream().map(relation -> test(operation, role, relation, attempt)))
            .toList();
    return DynamicContainer.dynamicContainer(String.valueOf(operation), tests);
  }

  private DynamicTest test(O operation, String role, R relation, Attempt<O, R> attempt) {
    boolean expected =
        allowed.getOrDefault(operation, Map.of()).getOrDefault(role, Set.of()).contains(relation);
    String name = role + (expected ? " may" : " may not") + " on " + relation;
    return DynamicTest.dynamicTest(
        name,
        () ->
            Assertions.assertThat(attempt.permitted(operation, role, relation))
                .as("%s: %s", operation, name)
                .isEqualTo(expected));
  }

  /** Tries one combination: asks the policy, or sends the request. */
  @FunctionalInterface
  public interface Attempt<O, R> {
    /**
     * @return true when it was permitted, false when refused
     */
    boolean permitted(O operation, String role, R relation) throws Exception;
  }
}
