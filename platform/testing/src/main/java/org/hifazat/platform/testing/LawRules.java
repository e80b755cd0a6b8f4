package org.hifazat.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The three laws: services stand alone, nothing personal in events, no domain in the platform. */
final class LawRules {

  private static final List<String> SERVICES =
      List.of(
          "org.hifazat.identity",
          "org.hifazat.cases",
          "org.hifazat.assessment",
          "org.hifazat.referral",
          "org.hifazat.monitoring",
          "org.hifazat.gateway",
          "org.hifazat.local",
          "org.hifazat.e2e");

  private static final Set<String> DOMAIN_WORDS =
      Set.of(
          "child",
          "children",
          "case",
          "cases",
          "casework",
          "referral",
          "referrals",
          "assessment",
          "assessments",
          "consent",
          "concern",
          "concerns",
          "caregiver",
          "guardian",
          "district",
          "triage",
          "narrative",
          "incident",
          "abuse",
          "family",
          "agency",
          "commission");

  private static final Pattern CHILD_OF_THE_SYSTEM = Pattern.compile("Child(?=Process|Server)");

  private static final Set<String> PERSONAL_WORDS =
      Set.of(
          "name",
          "names",
          "phone",
          "phones",
          "mobile",
          "address",
          "addresses",
          "narrative",
          "cnic",
          "bform",
          "email",
          "mother",
          "father",
          "guardian",
          "caregiver",
          "reporter",
          "birth",
          "dob",
          "note",
          "notes",
          "text",
          "contact",
          "photo",
          "latitude",
          "longitude");

  // The names of public places and bodies, in the three languages.
  private static final Set<String> PUBLIC_NAMES = Set.of("nameEn", "nameUr", "namePs");

  private static final Set<String> PLAIN_TYPES =
      Set.of(
          "java.lang.String",
          "java.util.UUID",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Double",
          "java.lang.Boolean",
          "java.math.BigDecimal",
          "java.util.List",
          "java.util.Set",
          "java.util.Optional");

  private LawRules() {}

  static Map<String, ArchRule> service(String base) {
    String[] others =
        SERVICES.stream()
            .filter(service -> !base.equals(service))
            .map(service -> service + "..")
            .toArray(String[]::new);
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "a service depends on no other service",
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others)
            .because("a service never calls another: keep the facts you need from its events"));
    rules.put(
        "event payloads are records of ids, codes, times and numbers",
        classes()
            .that()
            .resideInAnyPackage("..event..", "..events..")
            .should(beARecordOfPlainParts())
            .because(
                "nothing personal travels on Kafka: send an id or a code, and let the owner show"
                    + " the rest"));
    return rules;
  }

  static Map<String, ArchRule> platform() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "the platform depends on no service",
        noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                SERVICES.stream().map(service -> service + "..").toArray(String[]::new))
            .because("the platform is technical: turn the dependency round with an interface"));
    rules.put(
        "the platform has no domain word",
        classes()
            .should(haveNoDomainWord())
            .because("there is no shared domain code: move the class into the service it serves"));
    return rules;
  }

  private static ArchCondition<JavaClass> haveNoDomainWord() {
    return new ArchCondition<>("have no domain word in their name") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (String word :
            words(CHILD_OF_THE_SYSTEM.matcher(type.getSimpleName()).replaceAll(""))) {
          if (DOMAIN_WORDS.contains(word)) {
            events.add(
                SimpleConditionEvent.violated(type, type.getName() + " says \"" + word + "\""));
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> beARecordOfPlainParts() {
    return new ArchCondition<>("be records of plain parts") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean factory = type.getSimpleName().endsWith("Events");
        if (type.isInterface() || type.isEnum() || factory || !type.isTopLevelClass()) {
          if (!type.isRecord()) {
            return;
          }
        } else if (!type.isRecord()) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is no record"));
          return;
        }
        for (JavaField field : type.getFields()) {
          if (!field.getModifiers().contains(JavaModifier.STATIC)) {
            checkPart(field, events);
          }
        }
      }
    };
  }

  private static void checkPart(JavaField part, ConditionEvents events) {
    boolean personal =
        !PUBLIC_NAMES.contains(part.getName())
            && words(part.getName()).stream().anyMatch(PERSONAL_WORDS::contains);
    if (personal) {
      events.add(SimpleConditionEvent.violated(part, part.getFullName() + " sounds personal"));
    }
    JavaType declared = part.getType();
    for (JavaClass type : declared.getAllInvolvedRawTypes()) {
      boolean plain =
          type.isPrimitive()
              || type.isEnum()
              || PLAIN_TYPES.contains(type.getName())
              || (type.isRecord() && type.getPackageName().matches(".*\\.events?(\\..*)?"));
      if (!plain) {
        events.add(
            SimpleConditionEvent.violated(
                part, part.getFullName() + " is a " + type.getName() + ", not an id or a code"));
      }
    }
  }

  private static List<String> words(String camelCase) {
    return Arrays.stream(camelCase.split("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z]+"))
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
