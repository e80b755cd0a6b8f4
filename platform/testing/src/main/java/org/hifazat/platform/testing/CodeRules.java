package org.hifazat.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** How code of any module is written. */
final class CodeRules {

  private static final Set<String> INJECTIONS =
      Set.of(
          "jakarta.inject.Inject",
          "jakarta.annotation.Resource",
          "jakarta.persistence.PersistenceContext",
          "jakarta.ws.rs.core.Context",
          "org.eclipse.microprofile.config.inject.ConfigProperty",
          "org.eclipse.microprofile.rest.client.inject.RestClient");

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now()",
          "java.time.LocalDate.now()",
          "java.time.LocalDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.YearMonth.now()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.lang.System.currentTimeMillis()",
          "java.util.UUID.randomUUID()");

  private CodeRules() {}

  static Map<String, ArchRule> main() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "channels belong to platform messaging",
        noClasses()
            .that()
            .resideOutsideOfPackage("org.hifazat.platform.messaging..")
            .should()
            .dependOnClassesThat(
                named(
                    "org.eclipse.microprofile.reactive.messaging.Emitter",
                    "org.eclipse.microprofile.reactive.messaging.Channel",
                    "org.eclipse.microprofile.reactive.messaging.Outgoing",
                    "io.smallrye.reactive.messaging.MutinyEmitter"))
            .because("an event leaves through the outbox only: call Outbox.append"));
    rules.put(
        "no field injection",
        fields()
            .should(notBeInjected())
            .because("dependencies are shown in the constructor: take it there"));
    rules.put(
        "time and ids come from the platform",
        noClasses()
            .that()
            .resideOutsideOfPackage("org.hifazat.platform.persistence..")
            .should()
            .callCodeUnitWhere(callsAny(CLOCKS))
            .because("tests set the clock: inject java.time.Clock and IdSource"));
    return rules;
  }

  static Map<String, ArchRule> mainAndTests() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "no Lombok, vavr or mocking library",
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("lombok..", "io.vavr..", "org.mockito..", "org.easymock..")
            .because("records, plain Java and hand-written fakes do"));
    rules.put(
        "nobody sleeps",
        noClasses()
            .should()
            .callCodeUnitWhere(
                callsAny(
                    Set.of(
                        "java.lang.Thread.sleep(long)",
                        "java.lang.Thread.sleep(java.time.Duration)")))
            .because("wait for the thing itself: Awaitility in tests, a lock or a queue in code"));
    return rules;
  }

  private static DescribedPredicate<JavaClass> named(String... names) {
    Set<String> all = Set.of(names);
    return DescribedPredicate.describe("are one of " + all, type -> all.contains(type.getName()));
  }

  private static DescribedPredicate<JavaCall<?>> callsAny(Set<String> targets) {
    return DescribedPredicate.describe(
        "call one of " + targets, call -> targets.contains(call.getTarget().getFullName()));
  }

  private static ArchCondition<JavaField> notBeInjected() {
    return new ArchCondition<>("not be injected") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        // ArchUnit would find the parameters of records twice, as fields too.
        if (field.getOwner().isRecord()) {
          return;
        }
        for (String injection : INJECTIONS) {
          if (field.isAnnotatedWith(injection)) {
            events.add(
                SimpleConditionEvent.violated(
                    field, field.getFullName() + " is injected by @" + injection));
          }
        }
      }
    };
  }
}
