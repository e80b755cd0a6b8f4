package org.hifazat.referral.interop;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** As much of FHIR R4 (4.0.0, https://hl7.org/fhir/R4) as referrals are told in. */
public final class Fhir {
  public static final String MEDIA_TYPE = "application/fhir+json";
  public static final String VERSION = "4.0.0";

  private Fhir() {}

  public record Coding(String system, String code) {}

  public record CodeableConcept(@Nullable List<Coding> coding, @Nullable String text) {
    static CodeableConcept of(String system, String code) {
      return new CodeableConcept(List.of(new Coding(system, code)), null);
    }
  }

  public record Identifier(String system, String value) {}

  /** To a resource here, or to somebody by an identifier; people have no names here. */
  public record Reference(
      @Nullable String reference,
      @Nullable String type,
      @Nullable Identifier identifier,
      @Nullable String display) {
    static Reference to(String type, String system, Object value) {
      return new Reference(null, type, new Identifier(system, value.toString()), null);
    }
  }

  /** What was refused, as FHIR tells it. */
  public record OperationOutcome(String resourceType, List<Issue> issue) {}

  /**
   * @param code of FHIR's list of issue types
   * @param details the problem's code, as the guides explain it, and its sentence
   * @param diagnostics what is wrong where, and the id that finds the request
   */
  public record Issue(
      String severity, String code, CodeableConcept details, @Nullable String diagnostics) {}

  public record Meta(String versionId, Instant lastUpdated) {}

  public record Period(Instant end) {}

  public record Restriction(Period period) {}

  public record Annotation(String text) {}

  public record Input(
      CodeableConcept type, @Nullable String valueString, @Nullable Instant valueDateTime) {}

  public record Output(CodeableConcept type, CodeableConcept valueCodeableConcept) {}

  /** Where the referral stands. */
  public record Task(
      String resourceType,
      String id,
      Meta meta,
      List<Identifier> identifier,
      String status,
      @Nullable CodeableConcept statusReason,
      @Nullable CodeableConcept businessStatus,
      String intent,
      String priority,
      CodeableConcept code,
      Reference focus,
      @JsonProperty("for") Reference subject,
      Instant authoredOn,
      Instant lastModified,
      Reference requester,
      Reference owner,
      Restriction restriction,
      List<Input> input,
      @Nullable List<Output> output) {}

  /** What is asked for. */
  public record ServiceRequest(
      String resourceType,
      String id,
      Meta meta,
      List<Identifier> identifier,
      String status,
      String intent,
      List<CodeableConcept> category,
      String priority,
      Reference subject,
      Period occurrencePeriod,
      Instant authoredOn,
      Reference requester,
      List<Reference> performer,
      List<CodeableConcept> reasonCode,
      @Nullable List<Annotation> note) {}

  /** What is told of something besides what FHIR has a place for. */
  public record Extension(
      String url,
      @Nullable List<Extension> extension,
      @Nullable String valueCode,
      @Nullable Instant valueDateTime) {}

  /** What an agency proposes once it has had to do with the child: back, or another service. */
  public record Proposal(
      String resourceType,
      String id,
      Meta meta,
      List<Extension> extension,
      List<Reference> basedOn,
      String status,
      String intent,
      Reference subject,
      Instant authoredOn,
      @Nullable List<Reference> performer,
      List<CodeableConcept> reasonCode,
      @Nullable List<Annotation> note) {}

  public record Link(String relation, String url) {}

  public record Search(String mode) {}

  public record Answer(String status, String location, String etag, Instant lastModified) {}

  public record Entry(
      @Nullable String fullUrl,
      @Nullable Object resource,
      @Nullable Search search,
      @Nullable Answer response) {}

  public record Bundle(
      String resourceType, String type, @Nullable List<Link> link, @Nullable List<Entry> entry) {}

  public record Target(String code, String equivalence) {}

  public record Element(String code, List<Target> target) {}

  public record Group(String source, String target, List<Element> element) {}

  /** Which state of another system a state is. */
  public record ConceptMap(
      String resourceType, String id, String url, String status, List<Group> group) {}

  public record Software(String name) {}

  public record Implementation(String description, String url) {}

  public record Interaction(String code) {}

  public record SearchParam(String name, String type) {}

  public record Served(
      String type,
      List<Interaction> interaction,
      String versioning,
      @Nullable List<SearchParam> searchParam) {}

  public record Rest(String mode, List<Served> resource) {}

  public record CapabilityStatement(
      String resourceType,
      String status,
      String date,
      String kind,
      Software software,
      Implementation implementation,
      String fhirVersion,
      List<String> format,
      List<Rest> rest) {}
}
