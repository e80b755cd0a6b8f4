package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hifazat.referral.Requests.as;
import static org.hifazat.referral.Requests.sent;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hifazat.platform.testing.HifazatTest;
import org.hifazat.platform.testing.Persona;
import org.hifazat.referral.Requests.Sent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Somebody writes a client from the examples of the interface: they are all there, and true. */
@HifazatTest(service = "referrals")
class PartnerExamplesTest {
  private static final String REFERRALS = "/partner/v1/referrals/{id}/";
  private static final String FHIR = "/partner/v1/fhir/R4/";
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode document = document();
  private final JsonNode components = strict(document.path("components"));

  /** A body that is JSON: of a request, or of one of the answers to it. */
  private record Body(String path, String name, JsonNode media) {}

  @BeforeEach
  void arrange() {
    Agencies.known();
    AddresseeTest.peopleOfTheLegalAidCentre();
  }

  @Test
  void everyBodyOfThePartnerApiHasAnExampleThatIsValidByItsSchema() {
    List<Body> bodies = bodies();
    List<String> wrong = new ArrayList<>();
    for (Body body : bodies) {
      JsonNode example = body.media().path("example");
      if (example.isMissingNode()) {
        wrong.add(body.name() + " has no example");
      } else {
        problems(body, example).forEach(error -> wrong.add(body.name() + " " + error));
        if (body.path().startsWith(FHIR) && !FhirSchema.isValid(example.toString())) {
          wrong.add(body.name() + " is not valid by HL7's schema");
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(bodies).as("bodies that were held to it").hasSizeGreaterThan(70);
  }

  @Test
  void anExampleWithAnUnknownFieldAnUnknownWordOrWithoutWhatIsRequiredIsFound() {
    Body question = body("/partner/v1/capacity-questions/{id}/answer", "post 200");
    assertThat(problems(question, with(question, "urgency", "urgent"))).hasSize(1);
    assertThat(problems(question, with(question, "urgency", "highest"))).hasSize(1);
    assertThat(problems(question, with(question, "child", "somebody"))).hasSize(1);
    assertThat(problems(question, with(question, "askedAt", "yesterday"))).hasSize(1);
    Body handing = body(REFERRALS + "handing-over", "post request");
    ObjectNode without = (ObjectNode) handing.media().path("example").deepCopy();
    without.remove("reason");
    assertThat(problems(handing, without)).hasSize(1);
    assertThat(FhirSchema.isValid("{\"resourceType\":\"Task\",\"status\":17}")).isFalse();
  }

  @Test
  void theExampleOfHandingOverIsTakenAsItStands() {
    Sent theirs = AddresseeTest.sentTo(AddresseeTest.COLLEAGUE);
    as(Persona.PARTNER_SYSTEM)
        .header("If-Match", theirs.etag())
        .body(
            example(REFERRALS + "handing-over", "post request")
                .put("to", AddresseeTest.WORKER.toString())
                .toString())
        .post("/partner/v1/referrals/" + theirs.id() + "/handing-over")
        .then()
        .statusCode(200)
        .body("addressee.name", equalTo("Advocate Zubaida"));
  }

  @Test
  void theExamplesOfAStepAndAProposalAsFhirAreTakenAsTheyStand() {
    Sent sent = sent();
    as(Persona.PARTNER_SYSTEM)
        .header("If-Match", sent.etag())
        .body(example(FHIR + "Task/{id}", "put request").put("id", sent.id()).toString())
        .put(FHIR + "Task/" + sent.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("accepted"));
    ObjectNode proposal = example(FHIR + "ServiceRequest", "post request");
    ((ObjectNode) proposal.at("/basedOn/0")).put("reference", "ServiceRequest/" + sent.id());
    ((ObjectNode) proposal.at("/performer/0/identifier")).put("value", Persona.HOSPITAL.toString());
    proposed(FHIR + "ServiceRequest", proposal)
        .then()
        .statusCode(201)
        .body("intent", equalTo("proposal"));
    ObjectNode onward =
        example(REFERRALS + "returns", "post request")
            .put("serviceId", Persona.HOSPITAL.toString());
    proposed("/partner/v1/referrals/" + sent.id() + "/returns", onward).then().statusCode(201);
  }

  private static Response proposed(String path, ObjectNode body) {
    return as(Persona.PARTNER_SYSTEM)
        .header("Idempotency-Key", UUID.randomUUID())
        .body(body.toString())
        .post(path);
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper()
          .readTree(
              Files.readString(
                  Path.of(
                      Objects.requireNonNull(System.getProperty("hifazat.root")),
                      "contracts/openapi/referral-service.yaml")));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** No field beside those that are told, and a pattern is of the whole word, as it is here. */
  private static JsonNode strict(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    for (JsonNode one : copy.findParents("properties")) {
      if (one.path("properties").isObject()) {
        ((ObjectNode) one).put("additionalProperties", false);
      }
    }
    for (JsonNode one : copy.findParents("pattern")) {
      String pattern = one.path("pattern").asString("");
      // Not blank, which is told as a pattern that is found somewhere.
      if (!pattern.isEmpty() && !pattern.equals("\\S")) {
        ((ObjectNode) one).put("pattern", "^(?:" + pattern + ")$");
      }
    }
    return copy;
  }

  private List<String> problems(Body body, JsonNode example) {
    ObjectNode root = (ObjectNode) body.media().path("schema").deepCopy();
    root.set("components", components);
    return SCHEMAS
        .getSchema(root.toString(), InputFormat.JSON)
        .validate(
            example.toString(),
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private List<Body> bodies() {
    List<Body> bodies = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      if (path.getKey().startsWith("/partner/v1/")) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          add(bodies, path.getKey(), operation.getKey() + " request", operation, "requestBody");
          for (String status : operation.getValue().path("responses").propertyNames()) {
            add(
                bodies,
                path.getKey(),
                operation.getKey() + " " + status,
                operation,
                "responses",
                status);
          }
        }
      }
    }
    return bodies;
  }

  private static void add(
      List<Body> bodies,
      String path,
      String which,
      Map.Entry<String, JsonNode> operation,
      String... where) {
    JsonNode content = operation.getValue();
    for (String field : where) {
      content = content.path(field);
    }
    for (Map.Entry<String, JsonNode> media : content.path("content").properties()) {
      if (media.getKey().endsWith("json")) {
        bodies.add(new Body(path, path + " " + which, media.getValue()));
      }
    }
  }

  private Body body(String path, String which) {
    return bodies().stream()
        .filter(body -> body.name().equals(path + " " + which))
        .findFirst()
        .orElseThrow();
  }

  private ObjectNode example(String path, String which) {
    return (ObjectNode) body(path, which).media().path("example").deepCopy();
  }

  private static ObjectNode with(Body body, String field, String value) {
    return ((ObjectNode) body.media().path("example").deepCopy()).put(field, value);
  }
}
