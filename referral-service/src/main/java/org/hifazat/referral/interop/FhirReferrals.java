package org.hifazat.referral.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.referral.requests.Packet;
import org.hifazat.referral.requests.Referral;
import org.hifazat.referral.requests.ReferralStatus;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a Task and its ServiceRequest. Both have the referral's id; the child is an
 * identifier, the case's code where it is read and the referral's where it is not.
 */
public final class FhirReferrals {
  public static final String REFERRAL = "urn:hifazat:referral";
  public static final String CASE_CODE = "urn:hifazat:case-code";
  public static final String AGENCY = "urn:hifazat:agency";
  public static final String PERSON = "urn:hifazat:agency-person";
  public static final String PACKET = "urn:hifazat:packet";
  public static final String ITEM = "urn:hifazat:packet-item";
  public static final String CATEGORY = "urn:hifazat:service-category";
  public static final String REASON = "urn:hifazat:referral-code:reason";
  public static final String STATUS_REASON = "urn:hifazat:referral-code:status-reason";
  public static final String OUTCOME = "urn:hifazat:referral-code:outcome";
  static final String TASK_CODE = "http://hl7.org/fhir/CodeSystem/task-code";
  private static final String OUTSIDE = "A recipient outside the directory";
  private static final String UNIT =
      "Child protection unit of the KP Child Protection and Welfare Commission";

  private FhirReferrals() {}

  public static Fhir.Task task(Referral referral, Words words) {
    return new Fhir.Task(
        "Task",
        referral.id().toString(),
        meta(referral),
        identifiers(referral),
        referral.status().label(),
        why(referral, words),
        words.packetState() == null
            ? null
            : Fhir.CodeableConcept.of(PACKET + "-state", words.packetState()),
        "order",
        priority(referral),
        Fhir.CodeableConcept.of(TASK_CODE, "fulfill"),
        new Fhir.Reference("ServiceRequest/" + referral.id(), "ServiceRequest", null, null),
        subject(referral, words),
        referral.authoredAt(),
        referral.lastModified(),
        requester(),
        owner(referral, words),
        new Fhir.Restriction(new Fhir.Period(referral.completeBy())),
        inputs(referral, words),
        outputs(referral, words));
  }

  public static Fhir.ServiceRequest request(Referral referral, Words words) {
    String text = words.requestText();
    return new Fhir.ServiceRequest(
        "ServiceRequest",
        referral.id().toString(),
        meta(referral),
        identifiers(referral),
        state(referral.status()),
        "order",
        List.of(Fhir.CodeableConcept.of(CATEGORY, referral.category())),
        priority(referral),
        subject(referral, words),
        new Fhir.Period(referral.completeBy()),
        referral.authoredAt(),
        requester(),
        performers(referral, words),
        List.of(Fhir.CodeableConcept.of(REASON, referral.reasonCode())),
        text == null ? null : List.of(new Fhir.Annotation(text)));
  }

  private static Fhir.Meta meta(Referral referral) {
    return new Fhir.Meta(Long.toString(referral.version()), referral.lastModified());
  }

  private static List<Fhir.Identifier> identifiers(Referral referral) {
    return List.of(new Fhir.Identifier(REFERRAL, referral.id().toString()));
  }

  private static Fhir.Reference subject(Referral referral, Words words) {
    String code = words.caseCode();
    return code == null
        ? Fhir.Reference.to("Patient", REFERRAL, referral.id())
        : Fhir.Reference.to("Patient", CASE_CODE, code);
  }

  private static Fhir.Reference requester() {
    return new Fhir.Reference(null, "Organization", null, UNIT);
  }

  /** The one person it is meant for, or the agency, whose queue it waits in. */
  private static Fhir.Reference owner(Referral referral, Words words) {
    return referral
        .addressee()
        .map(person -> person(person, words))
        .orElseGet(() -> agency(referral));
  }

  /** Always the agency, first; then the one person it is meant for. */
  private static List<Fhir.Reference> performers(Referral referral, Words words) {
    return Stream.concat(
            Stream.of(agency(referral)),
            referral.addressee().map(person -> person(person, words)).stream())
        .toList();
  }

  private static Fhir.Reference agency(Referral referral) {
    return referral
        .agencyId()
        .map(agency -> Fhir.Reference.to("Organization", AGENCY, agency))
        .orElseGet(() -> new Fhir.Reference(null, null, null, OUTSIDE));
  }

  private static Fhir.Reference person(UUID id, Words words) {
    return new Fhir.Reference(
        null,
        "PractitionerRole",
        new Fhir.Identifier(PERSON, id.toString()),
        words.addresseeName());
  }

  private static Fhir.@Nullable CodeableConcept why(Referral referral, Words words) {
    String code = referral.statusCode().orElse(null);
    String text = words.reason(code);
    return code == null && text == null
        ? null
        : new Fhir.CodeableConcept(
            code == null ? null : List.of(new Fhir.Coding(STATUS_REASON, code)), text);
  }

  /** A request is active until it is carried out or comes to nothing. */
  private static String state(ReferralStatus status) {
    return switch (status) {
      case DRAFT -> "draft";
      case REQUESTED, ACCEPTED, IN_PROGRESS -> "active";
      case ON_HOLD -> "on-hold";
      case COMPLETED -> "completed";
      case REJECTED, FAILED, CANCELLED -> "revoked";
      case ENTERED_IN_ERROR -> "entered-in-error";
    };
  }

  /** The states of ours that a status of a ServiceRequest stands for; none for what is none. */
  public static Set<String> statesOf(String requestStatus) {
    return Arrays.stream(ReferralStatus.values())
        .filter(status -> status != ReferralStatus.DRAFT && state(status).equals(requestStatus))
        .map(ReferralStatus::label)
        .collect(Collectors.toSet());
  }

  private static String priority(Referral referral) {
    return switch (referral.priority()) {
      case "high" -> "asap";
      case "medium" -> "urgent";
      default -> "routine";
    };
  }

  private static List<Fhir.Input> inputs(Referral referral, Words words) {
    List<Fhir.Input> inputs = new ArrayList<>();
    inputs.add(
        new Fhir.Input(Fhir.CodeableConcept.of(PACKET, "respond-by"), null, referral.respondBy()));
    Packet packet = words.packet();
    var summary = words.summary();
    if (packet != null) {
      add(inputs, PACKET, "age-band", packet.ageBand());
      add(inputs, PACKET, "sex", packet.sex());
      add(inputs, PACKET, "language", packet.language());
      add(inputs, PACKET, "attention", packet.attention());
      add(inputs, PACKET, "safe-contact", packet.safeContact());
      add(inputs, PACKET, "safety-warnings", packet.safetyWarnings());
      words.items().stream()
          .filter(item -> !item.text().isEmpty())
          .forEach(item -> add(inputs, ITEM, item.kind(), item.text()));
    } else if (summary != null) {
      add(inputs, PACKET, "age-band", summary.ageBand());
      add(inputs, PACKET, "sex", summary.sex());
      add(inputs, PACKET, "language", summary.language());
      add(inputs, PACKET, "attention", summary.attention());
    }
    return List.copyOf(inputs);
  }

  private static void add(
      List<Fhir.Input> inputs, String system, String code, @Nullable String value) {
    if (value != null) {
      inputs.add(new Fhir.Input(Fhir.CodeableConcept.of(system, code), value, null));
    }
  }

  private static @Nullable List<Fhir.Output> outputs(Referral referral, Words words) {
    return referral
        .outcomeCode()
        .map(
            code ->
                List.of(
                    new Fhir.Output(
                        Fhir.CodeableConcept.of(PACKET, "outcome"),
                        new Fhir.CodeableConcept(
                            List.of(new Fhir.Coding(OUTCOME, code)), words.outcomeText()))))
        .orElse(null);
  }
}
