package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventContractsTest {

  private static final Set<String> PERSONAL =
      Set.of(
          "name",
          "givenName",
          "familyName",
          "displayName",
          "phone",
          "address",
          "narrative",
          "cnic",
          "birthDate",
          "note",
          "text",
          "email");

  /** A name by whatever name: what somebody is called, shown as, or known by. */
  private static final Pattern HOLDS_A_NAME =
      Pattern.compile(
          ".*([nN]ames?|[cC]alled|[sS]hown|[kK]nown|[dD]isplay|[lL]abel|[tT]itle|[aA]lias|[sS]pelling)([A-Z].*)?");

  /** Places and public bodies are called what everybody knows; only where they are told of. */
  private static final Set<String> PUBLIC_NAMES = Set.of("nameEn", "nameUr", "namePs");

  private static final Set<String> NAMED_IN_PUBLIC =
      Set.of(
          "org.hifazat.directory.district-listed.v1",
          "org.hifazat.directory.unit-established.v1",
          "org.hifazat.directory.agency-registered.v1",
          "org.hifazat.directory.sandbox-registered.v1");

  private final EventContracts contracts = EventContracts.load();

  @TestFactory
  Stream<DynamicTest> everyExampleIsPublishable() {
    return each(
        type ->
            contracts
                .examples(type)
                .forEach(example -> contracts.assertPublishable(type, example)));
  }

  @TestFactory
  Stream<DynamicTest> anExampleWithoutARequiredFieldIsRefused() {
    return each(
        type -> {
          for (JsonNode required : schema(type).path("required")) {
            ObjectNode broken = example(type);
            broken.remove(required.asString());
            assertThat(contracts.problems(type, broken.toString())).isNotEmpty();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> anExampleWithAMistypedFieldIsRefused() {
    return each(
        type -> {
          for (Map.Entry<String, JsonNode> property :
              schema(type).path("properties").properties()) {
            ObjectNode broken = example(type);
            broken.putObject(property.getKey());
            assertThat(contracts.problems(type, broken.toString())).isNotEmpty();
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aFieldFromALaterVersionIsToleratedButNotPublished() {
    return each(
        type -> {
          ObjectNode later = example(type);
          later.put("fieldOfTomorrow", 1);
          assertThat(contracts.problems(type, later.toString())).isEmpty();
          assertThatThrownBy(() -> contracts.assertPublishable(type, later.toString()))
              .isInstanceOf(AssertionError.class)
              .hasMessageContaining("fieldOfTomorrow");
        });
  }

  @TestFactory
  Stream<DynamicTest> everyFieldIsDescribedAndNoneIsPersonal() {
    return each(
        type -> {
          JsonNode schema = schema(type);
          assertThat(schema.path("title").asString()).isEqualTo(type);
          assertThat(schema.path("additionalProperties").asBoolean()).isTrue();
          for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            assertThat(property.getValue().path("description").asString(""))
                .as(property.getKey())
                .isNotBlank();
          }
          assertThat(fields(schema)).noneMatch(field -> canHoldAName(type, field));
        });
  }

  @Test
  void aFieldThatCanHoldANameIsFoundByWhateverItIsCalled() {
    assertThat(
            List.of(
                "shownAs",
                "name",
                "displayName",
                "fullName",
                "fatherName",
                "addresseeName",
                "calledBy",
                "knownAs",
                "username",
                "names",
                "email",
                "title",
                "label"))
        .allMatch(field -> canHoldAName("org.hifazat.directory.district-listed.v1", field));
    assertThat(canHoldAName("org.hifazat.directory.agency-person-listed.v1", "nameEn")).isTrue();
    assertThat(List.of("nameEn", "namedIds", "listed", "account", "active", "takenBy"))
        .noneMatch(field -> canHoldAName("org.hifazat.directory.district-listed.v1", field));
  }

  private static boolean canHoldAName(String type, String field) {
    return !(PUBLIC_NAMES.contains(field) && NAMED_IN_PUBLIC.contains(type))
        && (PERSONAL.contains(field) || HOLDS_A_NAME.matcher(field).matches());
  }

  /** Also those within lists and within others. */
  private static Set<String> fields(JsonNode schema) {
    Set<String> found = new TreeSet<>();
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      found.add(property.getKey());
      found.addAll(fields(property.getValue()));
    }
    if (schema.has("items")) {
      found.addAll(fields(schema.path("items")));
    }
    return found;
  }

  @Test
  void aTypeNobodyFixedIsRefused() {
    assertThatThrownBy(() -> contracts.problems("org.hifazat.cases.case-guessed.v1", "{}"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("case-guessed");
  }

  @Test
  void formatsAreChecked() {
    ObjectNode broken = example("org.hifazat.referrals.referral-loop-closed.v1");
    broken.put("referralId", "not-a-uuid");
    assertThat(
            contracts.problems("org.hifazat.referrals.referral-loop-closed.v1", broken.toString()))
        .containsExactly("/referralId format");
  }

  @Test
  void asyncApiAndSchemasNameTheSameEvents() {
    JsonNode asyncApi = asyncApi();
    Set<String> referenced = new TreeSet<>();
    Set<String> named = new TreeSet<>();
    for (JsonNode message : asyncApi.path("components").path("messages")) {
      JsonNode payload = message.path("payload").path("schema").path("$ref");
      if (!payload.isMissingNode()) {
        referenced.add(payload.asString());
        named.add(message.path("name").asString());
      }
    }
    assertThat(named).isEqualTo(new TreeSet<>(contracts.types()));
    assertThat(referenced)
        .isEqualTo(
            contracts.types().stream()
                .map(contracts::pathFromContracts)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void everyEventTravelsOnTheTopicOfItsArea() {
    for (JsonNode channel : asyncApi().path("channels")) {
      String topic = channel.path("address").asString();
      for (JsonNode message : channel.path("messages")) {
        JsonNode event = asyncApi().at(message.path("$ref").asString().substring(1));
        assertThat(event.isMissingNode()).isFalse();
        if (!topic.startsWith("{")) {
          String area = event.path("name").asString().split("\\.")[2];
          assertThat(topic).isEqualTo("hifazat." + area + ".v1");
        }
      }
    }
    List<String> onChannels =
        StreamSupport.stream(asyncApi().path("channels").spliterator(), false)
            .flatMap(channel -> channel.path("messages").propertyNames().stream())
            .toList();
    assertThat(onChannels)
        .containsExactlyInAnyOrderElementsOf(
            asyncApi().path("components").path("messages").propertyNames());
  }

  private Stream<DynamicTest> each(Check check) {
    return contracts.types().stream()
        .sorted()
        .map(type -> DynamicTest.dynamicTest(type, () -> check.on(type)));
  }

  private JsonNode schema(String type) {
    return ContractFiles.JSON.readTree(contracts.text(type));
  }

  private ObjectNode example(String type) {
    return (ObjectNode) ContractFiles.JSON.readTree(contracts.examples(type).getFirst());
  }

  private static JsonNode asyncApi() {
    return ContractFiles.yaml(ContractFiles.root().resolve("asyncapi.yaml"));
  }

  @FunctionalInterface
  private interface Check {
    void on(String type);
  }
}
