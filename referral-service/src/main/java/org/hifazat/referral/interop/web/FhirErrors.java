package org.hifazat.referral.interop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hifazat.platform.web.Preconditions;
import org.hifazat.platform.web.Problem;
import org.hifazat.referral.interop.Fhir;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Writes refusals of the FHIR interface as OperationOutcomes. The codes are those of the problems
 * everywhere else, so that one guide explains both; a 401 stays without a body.
 */
@ApplicationScoped
class FhirErrors {
  static final String CODES = "urn:hifazat:problem";
  private static final int UNAUTHORIZED = 401;
  private static final int FIRST_ERROR = 400;

  private final ObjectMapper json;

  FhirErrors(ObjectMapper json) {
    this.json = json;
  }

  /** Whether a path is of this interface. */
  static boolean isFhir(String path) {
    return path.startsWith("/partner/v1/fhir/R4") || path.startsWith("/v1/fhir/R4");
  }

  @ServerResponseFilter
  void tell(ContainerRequestContext request, ContainerResponseContext response)
      throws JsonProcessingException {
    int status = response.getStatus();
    if (status < FIRST_ERROR || status == UNAUTHORIZED || !isFhir(request.getUriInfo().getPath())) {
      return;
    }
    JsonNode problem = problem(response.getEntity());
    if (problem != null) {
      response.setEntity(
          json.writeValueAsString(outcome(problem, status)),
          new Annotation[0],
          MediaType.valueOf(Fhir.MEDIA_TYPE));
      // What stands now, where somebody was quicker: in the form of FHIR's other answers.
      String tag = response.getHeaderString(HttpHeaders.ETAG);
      if (tag != null) {
        response
            .getHeaders()
            .putSingle(HttpHeaders.ETAG, FhirAnswers.tag(Preconditions.expected(tag)));
      }
    }
  }

  private @Nullable JsonNode problem(@Nullable Object entity) throws JsonProcessingException {
    return switch (entity) {
      case Problem problem -> json.valueToTree(problem);
      case String text when text.startsWith("{") -> json.readTree(text);
      case null -> null;
      case Object other -> null;
    };
  }

  private static Fhir.OperationOutcome outcome(JsonNode problem, int status) {
    String diagnostics =
        Stream.concat(
                StreamSupport.stream(problem.path("errors").spliterator(), false)
                    .map(one -> one.path("pointer").asText() + ": " + one.path("code").asText()),
                Stream.of(problem.path("traceId").asText()))
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining("; "));
    return new Fhir.OperationOutcome(
        "OperationOutcome",
        List.of(
            new Fhir.Issue(
                "error",
                issueType(status),
                new Fhir.CodeableConcept(
                    List.of(new Fhir.Coding(CODES, problem.path("code").asText())),
                    problem.path("title").asText()),
                diagnostics.isEmpty() ? null : diagnostics)));
  }

  /** FHIR's own word for it (https://hl7.org/fhir/R4/valueset-issue-type.html). */
  private static String issueType(int status) {
    return switch (status) {
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405, 406, 415 -> "not-supported";
      case 409, 412 -> "conflict";
      case 413 -> "too-long";
      case 422 -> "business-rule";
      case 428 -> "required";
      case 429 -> "throttled";
      case 503 -> "transient";
      default -> status < 500 ? "invalid" : "exception";
    };
  }
}
