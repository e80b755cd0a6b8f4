package org.hifazat.referral.interop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.hifazat.platform.web.Years;
import org.hifazat.referral.requests.MoveReferral;
import org.hifazat.referral.requests.ReferralStatus;
import org.hifazat.referral.requests.Side;
import org.jspecify.annotations.Nullable;

/** Reads what is sent as FHIR; what it does not know it leaves alone, as FHIR clients expect. */
@ApplicationScoped
public class FhirReader {
  public static final String SERVICE = "urn:hifazat:service";
  public static final String CASE = "urn:hifazat:case";
  private static final String OTHER = "other";
  private static final Map<String, String> PRIORITIES =
      Map.of("asap", "high", "stat", "high", "urgent", "medium", "routine", "low");
  private static final Map<String, String> PACKET_FIELDS =
      Map.of(
          "age-band", "ageBand",
          "sex", "sex",
          "language", "language",
          "attention", "attention",
          "safe-contact", "safeContact",
          "safety-warnings", "safetyWarnings");

  private static final String ZERO = "\\u0000";
  private static final int REASON_LENGTH = 2000;
  private static final int OUTCOME_LENGTH = 4000;

  private final ObjectMapper json;

  FhirReader(ObjectMapper json) {
    this.json = json;
  }

  /**
   * A step of the agency, from the Task as it is to be.
   *
   * @throws ProblemException malformed-json or invalid-value
   */
  public MoveReferral.Command step(UUID id, long expectedVersion, String body) {
    JsonNode task = object(body, "Task");
    if (task.hasNonNull("id") && !task.path("id").asText().equals(id.toString())) {
      throw invalid("/id", "other-resource");
    }
    ReferralStatus next = status(task.path("status").asText());
    String text = text(task.path("statusReason"), REASON_LENGTH, "/statusReason/text");
    String code = code(task.path("statusReason"), FhirReferrals.STATUS_REASON).orElse(OTHER);
    boolean reasoned = next.needsReason() && task.hasNonNull("statusReason");
    MoveReferral.Outcome outcome = null;
    if (next == ReferralStatus.COMPLETED) {
      outcome = outcome(task.path("output"));
    }
    return new MoveReferral.Command(
        id,
        expectedVersion,
        next,
        Side.TARGET,
        instant(task.path("lastModified"), "/lastModified"),
        reasoned ? new MoveReferral.Reason(code, text) : null,
        outcome);
  }

  private static MoveReferral.@Nullable Outcome outcome(JsonNode outputs) {
    for (JsonNode output : outputs) {
      JsonNode value = output.path("valueCodeableConcept");
      Optional<String> code = code(value, FhirReferrals.OUTCOME);
      if (code.isPresent()) {
        return new MoveReferral.Outcome(
            code.get(),
            text(value, OUTCOME_LENGTH, "/output/valueCodeableConcept/text"),
            List.of());
      }
    }
    return null;
  }

  /**
   * A new referral as the other interface takes it, from a transaction of a ServiceRequest and its
   * Task.
   *
   * @throws ProblemException malformed-json or invalid-value
   */
  public ObjectNode referral(String body) {
    JsonNode bundle = object(body, "Bundle");
    if (!bundle.path("type").asText().equals("transaction")) {
      throw invalid("/type", "transaction");
    }
    JsonNode request = null;
    JsonNode task = null;
    for (JsonNode entry : bundle.path("entry")) {
      JsonNode resource = entry.path("resource");
      switch (resource.path("resourceType").asText()) {
        case "ServiceRequest" -> request = resource;
        case "Task" -> task = resource;
        default -> throw invalid("/entry", "resource-type");
      }
    }
    if (request == null || task == null || bundle.path("entry").size() != 2) {
      throw invalid("/entry", "service-request-and-task");
    }
    return referral(request, task);
  }

  private ObjectNode referral(JsonNode request, JsonNode task) {
    if (!task.path("status").asText().equals("requested")) {
      throw invalid("/entry/task/status", "requested");
    }
    ObjectNode referral = json.createObjectNode();
    referral.put("caseId", identifier(request.path("subject"), CASE, "/entry/subject"));
    JsonNode performers = several(request, "performer");
    referral.put("serviceId", identifier(performers.path(0), SERVICE, "/entry/performer"));
    addressee(performers, task)
        .ifPresent(
            person ->
                referral.put("addressee", person).put("addresseeName", shown(performers.path(1))));
    referral.put("priority", PRIORITIES.get(request.path("priority").asText()));
    code(one(request, "reasonCode"), FhirReferrals.REASON)
        .ifPresent(code -> referral.put("reasonCode", code));
    Instant authored = instant(request.path("authoredOn"), "/entry/authoredOn");
    if (authored != null) {
      referral.put("authoredAt", authored.toString());
    }
    ObjectNode packet = referral.putObject("packet");
    packet.put("requestText", text(one(request, "note").path("text")));
    for (JsonNode input : task.path("input")) {
      String field =
          code(input.path("type"), FhirReferrals.PACKET).map(PACKET_FIELDS::get).orElse(null);
      if (field != null) {
        packet.put(field, text(input.path("valueString")));
      } else {
        code(input.path("type"), FhirReferrals.ITEM)
            .ifPresent(
                kind ->
                    packet
                        .withArray("items")
                        .addObject()
                        .put("kind", kind)
                        .put("text", text(input.path("valueString"))));
      }
    }
    return referral;
  }

  /**
   * The one person it is meant for, beside the service. Whom the sender means and the platform does
   * not understand is refused: it would be for everybody there.
   */
  private static Optional<String> addressee(JsonNode performers, JsonNode task) {
    if (performers.size() > 2) {
      throw invalid("/entry/performer", "two-at-most");
    }
    JsonNode second = performers.path(1);
    Optional<String> person =
        second.isMissingNode()
            ? Optional.empty()
            : Optional.of(identifier(second, FhirReferrals.PERSON, "/entry/performer"));
    JsonNode owner = task.path("owner").path("identifier");
    if (owner.path("system").asText().equals(FhirReferrals.PERSON)
        && person.filter(owner.path("value").asText()::equals).isEmpty()) {
      throw invalid("/entry/task/owner", "second-performer");
    }
    return person;
  }

  /** What the sender saw them called when they chose. */
  private static String shown(JsonNode performer) {
    String name = performer.path("display").asText();
    if (name.isBlank()) {
      throw invalid("/entry/performer/display", "required");
    }
    return name;
  }

  /**
   * What may stand several times is an array in FHIR's JSON, also where there is one. Anything else
   * is refused: what is not understood must not pass for left out.
   */
  static JsonNode several(JsonNode resource, String element) {
    JsonNode found = resource.path(element);
    if (!found.isMissingNode() && (!found.isArray() || found.isEmpty())) {
      throw invalid("/" + element, "array");
    }
    return found;
  }

  /** As above, of what is understood once only; missing where it is left out. */
  static JsonNode one(JsonNode resource, String element) {
    JsonNode found = several(resource, element);
    if (found.size() > 1) {
      throw invalid("/" + element, "one");
    }
    return found.path(0);
  }

  /** No longer than the partner API takes it. */
  static @Nullable String text(JsonNode concept, int most, String pointer) {
    String text = text(concept.path("text"));
    if (text != null && text.length() > most) {
      throw invalid(pointer, "size");
    }
    return text;
  }

  /** PostgreSQL has no text with a zero character; the reader of views refuses it by itself. */
  JsonNode object(String body, String type) {
    if (body.contains(ZERO)) {
      throw invalid("", "zero-character");
    }
    try {
      JsonNode node = json.readTree(body);
      if (!node.isObject() || !node.path("resourceType").asText().equals(type)) {
        throw invalid("/resourceType", "resource-type");
      }
      return node;
    } catch (JsonProcessingException malformed) {
      throw new ProblemException(CommonProblem.MALFORMED_JSON);
    }
  }

  private static ReferralStatus status(String label) {
    try {
      return ReferralStatus.of(label);
    } catch (IllegalArgumentException unknown) {
      throw invalid("/status", "task-status");
    }
  }

  static Optional<String> code(JsonNode concept, String system) {
    for (JsonNode coding : concept.path("coding")) {
      if (coding.path("system").asText().equals(system)) {
        return Optional.of(coding.path("code").asText());
      }
    }
    return Optional.empty();
  }

  static String identifier(JsonNode reference, String system, String pointer) {
    JsonNode identifier = reference.path("identifier");
    if (!identifier.path("system").asText().equals(system)) {
      throw invalid(pointer, "identifier-system");
    }
    return identifier.path("value").asText();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isTextual() ? node.asText() : null;
  }

  static @Nullable Instant instant(JsonNode node, String pointer) {
    if (!node.isTextual()) {
      return null;
    }
    try {
      Instant at = OffsetDateTime.parse(node.asText()).toInstant();
      if (Years.hold(at)) {
        return at;
      }
    } catch (DateTimeParseException malformed) {
      // refused below
    }
    throw invalid(pointer, "instant");
  }

  public static ProblemException invalid(String pointer, String code) {
    return new ProblemException(CommonProblem.INVALID_VALUE, new Violation(pointer, code));
  }
}
