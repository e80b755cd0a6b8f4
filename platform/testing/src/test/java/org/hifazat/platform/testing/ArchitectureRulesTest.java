package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hifazat.platform.testing.fixture.a.First;
import org.hifazat.platform.testing.fixture.b.Second;
import org.hifazat.platform.testing.fixture.event.MutablePayload;
import org.hifazat.platform.testing.fixture.event.PersonalPayload;
import org.hifazat.platform.testing.fixture.event.RichPayload;
import org.hifazat.platform.testing.fixture.inside.ActiveRecord;
import org.hifazat.platform.testing.fixture.inside.Caller;
import org.hifazat.platform.testing.fixture.inside.ChildFinder;
import org.hifazat.platform.testing.fixture.inside.Emitting;
import org.hifazat.platform.testing.fixture.inside.FieldInjected;
import org.hifazat.platform.testing.fixture.inside.HttpMinded;
import org.hifazat.platform.testing.fixture.inside.KafkaMinded;
import org.hifazat.platform.testing.fixture.inside.OpenRepository;
import org.hifazat.platform.testing.fixture.inside.OwnClock;
import org.hifazat.platform.testing.fixture.inside.OwnIds;
import org.hifazat.platform.testing.fixture.inside.Sleeper;
import org.hifazat.platform.testing.fixture.inside.VavrUser;
import org.hifazat.platform.testing.fixture.web.MutableRequest;
import org.hifazat.platform.testing.fixture.web.TransactionalResource;
import org.hifazat.platform.testing.fixture.web.UndeclaredResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureRulesTest {

  private static final String FIXTURES = "org.hifazat.platform.testing.fixture";

  private static final Map<String, List<Class<?>>> VIOLATIONS =
      Map.ofEntries(
          Map.entry("a service depends on no other service", List.of(Caller.class)),
          Map.entry(
              "event payloads are records of ids, codes, times and numbers",
              List.of(PersonalPayload.class, RichPayload.class, MutablePayload.class)),
          Map.entry(
              "the domain knows neither HTTP nor Kafka",
              List.of(HttpMinded.class, KafkaMinded.class)),
          Map.entry(
              "every resource method names the operation it performs",
              List.of(UndeclaredResource.class)),
          Map.entry("no active record", List.of(ActiveRecord.class)),
          Map.entry("repositories are package-private", List.of(OpenRepository.class)),
          Map.entry(
              "transactions begin in commands, queries and handlers",
              List.of(TransactionalResource.class)),
          Map.entry("requests and views are records", List.of(MutableRequest.class)),
          Map.entry("no field injection", List.of(FieldInjected.class)),
          Map.entry("time and ids come from the platform", List.of(OwnClock.class, OwnIds.class)),
          Map.entry("no Lombok, vavr or mocking library", List.of(VavrUser.class)),
          Map.entry("nobody sleeps", List.of(Sleeper.class)));

  @TestFactory
  Stream<DynamicTest> eachRuleCatchesItsViolationAndNoOtherRuleComplains() {
    return VIOLATIONS.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(
                        violation ->
                            DynamicTest.dynamicTest(
                                violation.getSimpleName() + " breaks: " + entry.getKey(),
                                () ->
                                    assertThat(serviceRulesBrokenBy(violation))
                                        .containsExactly(entry.getKey()))));
  }

  @Test
  void anEmitterIsCaughtAsAChannelAndAsKafkaInTheDomain() {
    assertThat(serviceRulesBrokenBy(Emitting.class))
        .containsExactlyInAnyOrder(
            "channels belong to platform messaging", "the domain knows neither HTTP nor Kafka");
  }

  @Test
  void aCycleOfFeaturesIsCaught() {
    assertThat(serviceRulesBrokenBy(First.class, Second.class))
        .containsExactly("feature packages have no cycles");
  }

  @Test
  void aDomainWordAndAServiceInThePlatformAreCaught() {
    ArchitectureRules platform = ArchitectureRules.ofPlatform(FIXTURES);
    assertThat(
            platform.brokenBy(
                new ClassFileImporter().importClasses(ChildFinder.class, Caller.class)))
        .containsExactlyInAnyOrder(
            "the platform has no domain word", "the platform depends on no service");
  }

  @Test
  void theGatewayMaySpeakHttpButSleepsAsLittleAsAnyone() {
    ArchitectureRules gateway = ArchitectureRules.ofGateway(FIXTURES);
    assertThat(gateway.brokenBy(classes(HttpMinded.class))).isEmpty();
    assertThat(gateway.brokenBy(classes(Sleeper.class))).containsExactly("nobody sleeps");
  }

  @Test
  void aServiceThatKeepsTheRulesBreaksNone() {
    assertThat(
            ArchitectureRules.ofService(FIXTURES + ".good")
                .brokenBy(new ClassFileImporter().importPackages(FIXTURES + ".good")))
        .isEmpty();
  }

  @Test
  void everyRuleOfAServiceHasAViolationHere() {
    Set<String> shown =
        Set.of("channels belong to platform messaging", "feature packages have no cycles");
    assertThat(ArchitectureRules.ofService(FIXTURES).tests().map(DynamicTest::getDisplayName))
        .allMatch(rule -> VIOLATIONS.containsKey(rule) || shown.contains(rule));
  }

  @Test
  void aRuleIsLeftOutOnlyByItsNameAndWithAReason() {
    ArchitectureRules rules = ArchitectureRules.ofService(FIXTURES);
    assertThat(rules.except("nobody sleeps", "fixture").brokenBy(classes(Sleeper.class))).isEmpty();
    assertThatThrownBy(() -> rules.except("no such rule", "fixture"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> rules.except("no active record", " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> serviceRulesBrokenBy(Class<?>... types) {
    return ArchitectureRules.ofService(FIXTURES).brokenBy(classes(types));
  }

  private static JavaClasses classes(Class<?>... types) {
    return new ClassFileImporter().importClasses(types);
  }
}
