package org.hifazat.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What a service looks like inside: features, edges, repositories, records. */
final class ShapeRules {

  static final String EDGES = "the domain knows neither HTTP nor Kafka";

  private static final String PERFORMS = "org.hifazat.platform.security.Performs";
  private static final String TRANSACTIONAL = "jakarta.transaction.Transactional";
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final Set<String> VERBS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private ShapeRules() {}

  static Map<String, ArchRule> service(String base) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "feature packages have no cycles",
        slices()
            .matching(base + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                "a feature can then be read alone: move the shared part to the lower feature"));
    rules.put(
        EDGES,
        noClasses()
            .that(areInside())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "jakarta.ws.rs..",
                "org.apache.kafka..",
                "org.eclipse.microprofile.reactive.messaging..",
                "io.vertx..")
            .because(
                "edges are thin: put it into a web, integration or operations package, or into a"
                    + " class named …Resource, …Consumer or …Channel"));
    rules.put(
        "every resource method names the operation it performs",
        methods()
            .that(areHttpMethods())
            .should()
            .beAnnotatedWith(PERFORMS)
            .because("what nobody declared is refused: add @Performs(\"THE_OPERATION\")"));
    rules.put(
        "no active record",
        noClasses()
            .should(extendPanacheEntity())
            .because("anyone could list everything past the scope: use a repository"));
    rules.put(
        "repositories are package-private",
        classes()
            .that(areRepositories())
            .should()
            .bePackagePrivate()
            .because("only the feature itself may load past the scope: offer a query class"));
    rules.put(
        "transactions begin in commands, queries and handlers",
        classes()
            .that(mayNotBeginTransactions())
            .should(notBeTransactional())
            .because("one command is one transaction: move @Transactional to the command class"));
    rules.put(
        "requests and views are records",
        classes()
            .that(describe("are requests or views", ShapeRules::isRequestOrView))
            .should(beRecords())
            .because("what crosses an edge is immutable: make it a record"));
    return rules;
  }

  private static DescribedPredicate<JavaClass> areInside() {
    DescribedPredicate<JavaClass> edge =
        resideInAnyPackage("..web..", "..integration..", "..messaging..", "..operations..")
            .or(
                describe(
                    "are edges by name",
                    type ->
                        outermost(type)
                            .getSimpleName()
                            .matches(
                                ".*(Resource|Consumer|Channel|Filter|Mapper|Routes|Problem)")));
    return DescribedPredicate.not(edge).as("are no edge");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ShapeRules::outermost).orElse(type);
  }

  private static DescribedPredicate<JavaMember> areHttpMethods() {
    return describe(
        "answer HTTP requests",
        member ->
            !member.getOwner().isInterface()
                && member.getAnnotations().stream()
                    .anyMatch(
                        annotation ->
                            annotation.getRawType().getPackageName().equals("jakarta.ws.rs")
                                && VERBS.contains(annotation.getRawType().getSimpleName())));
  }

  private static DescribedPredicate<JavaClass> areRepositories() {
    return describe(
        "are repositories",
        type ->
            !type.isInterface()
                && (type.getSimpleName().endsWith("Repository")
                    || type.getAllRawInterfaces().stream()
                        .anyMatch(
                            implemented ->
                                implemented.getSimpleName().startsWith("PanacheRepository"))));
  }

  private static ArchCondition<JavaClass> extendPanacheEntity() {
    return new ArchCondition<>("extend PanacheEntity") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean active =
            type.getAllRawSuperclasses().stream()
                .anyMatch(parent -> parent.getSimpleName().startsWith("PanacheEntity"));
        events.add(
            new SimpleConditionEvent(type, active, type.getName() + " extends an active record"));
      }
    };
  }

  private static DescribedPredicate<JavaClass> mayNotBeginTransactions() {
    return describe(
        "are resources, repositories, entities or records",
        type ->
            type.isAnnotatedWith(PATH)
                || type.getSimpleName().matches(".*(Resource|Repository|Policy)")
                || type.isAnnotatedWith("jakarta.persistence.Entity")
                || type.isRecord());
  }

  private static ArchCondition<JavaClass> notBeTransactional() {
    return new ArchCondition<>("not be @Transactional") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (type.isAnnotatedWith(TRANSACTIONAL)) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is @Transactional"));
        }
        type.getMethods().stream()
            .filter(method -> method.isAnnotatedWith(TRANSACTIONAL))
            .forEach(
                method ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " is @Transactional")));
      }
    };
  }

  private static boolean isRequestOrView(JavaClass type) {
    return type.getSimpleName().matches(".*(Request|View|Line|Body)")
        && !type.isInterface()
        && !type.isEnum()
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static ArchCondition<JavaClass> beRecords() {
    return new ArchCondition<>("be records") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.isRecord()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is no record"));
        }
      }
    };
  }
}
