package org.hifazat.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The laws of the house as tests. In each module:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> theHouseRulesHold() {
 *   return ArchitectureRules.ofService("org.hifazat.cases").tests();
 * }
 * }</pre>
 */
public final class ArchitectureRules {

  private final String base;
  private final Map<String, ArchRule> rules = new LinkedHashMap<>();
  private final Map<String, ArchRule> rulesWithTests = new LinkedHashMap<>();

  private ArchitectureRules(String base) {
    this.base = base;
    rules.putAll(CodeRules.main());
    rulesWithTests.putAll(CodeRules.mainAndTests());
  }

  /** For a service: base package as in org.hifazat.cases. */
  public static ArchitectureRules ofService(String base) {
    ArchitectureRules rules = new ArchitectureRules(base);
    rules.rules.putAll(LawRules.service(base));
    rules.rules.putAll(ShapeRules.service(base));
    return rules;
  }

  /** For the gateway, which is all edge: it may speak HTTP everywhere. */
  public static ArchitectureRules ofGateway(String base) {
    return ofService(base).except(ShapeRules.EDGES, "it has no domain");
  }

  /** For a platform module: base package as in org.hifazat.platform.web. */
  public static ArchitectureRules ofPlatform(String base) {
    ArchitectureRules rules = new ArchitectureRules(base);
    rules.rules.putAll(LawRules.platform());
    return rules;
  }

  /**
   * Leaves one rule out.
   *
   * @param rule its name as the tests show it
   * @param because why it cannot hold here
   */
  public ArchitectureRules except(String rule, String because) {
    if (because.isBlank() || (rules.remove(rule) == null & rulesWithTests.remove(rule) == null)) {
      throw new IllegalArgumentException("no rule \"" + rule + "\", or no reason to leave it out");
    }
    return this;
  }

  /** One test per rule over the classes of the base package. */
  public Stream<DynamicTest> tests() {
    JavaClasses all = new ClassFileImporter().importPackages(base);
    JavaClasses main =
        all.that(DescribedPredicate.describe("not of tests", ArchitectureRules::isMain));
    List<DynamicTest> tests = new ArrayList<>();
    rules.forEach((name, rule) -> tests.add(test(name, rule, main)));
    rulesWithTests.forEach((name, rule) -> tests.add(test(name, rule, all)));
    return tests.stream();
  }

  private static boolean isMain(JavaClass type) {
    return type.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
        .isPresent();
  }

  /** Names of the rules that these classes break. */
  List<String> brokenBy(JavaClasses classes) {
    List<String> broken = new ArrayList<>();
    Map<String, ArchRule> every = new LinkedHashMap<>(rules);
    every.putAll(rulesWithTests);
    every.forEach(
        (name, rule) -> {
          if (rule.allowEmptyShould(true).evaluate(classes).hasViolation()) {
            broken.add(name);
          }
        });
    return broken;
  }

  private static DynamicTest test(String name, ArchRule rule, JavaClasses classes) {
    return DynamicTest.dynamicTest(name, () -> rule.allowEmptyShould(true).check(classes));
  }
}
