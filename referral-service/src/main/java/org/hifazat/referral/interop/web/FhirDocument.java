package org.hifazat.referral.interop.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.hifazat.referral.interop.Fhir;

/** Writes into the OpenAPI document that the FHIR interface answers refusals in FHIR's own way. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = FhirDocument.AFTER_THE_PROBLEMS)
public class FhirDocument implements OASFilter {
  /** After the problems of all, and those of partners. */
  static final int AFTER_THE_PROBLEMS = -2;

  private static final Pattern PROBLEM = Pattern.compile(".*/((?:Partner)?Problem(\\d+))");
  private static final String SCHEMA = "OperationOutcome";

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Components components = document.getComponents();
    if (components == null || document.getPaths() == null) {
      return;
    }
    Map<String, APIResponse> used = new TreeMap<>();
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (FhirErrors.isFhir(path)) {
                item.getOperations().values().forEach(one -> complete(one, components, used));
              }
            });
    used.forEach(components::addResponse);
    if (!used.isEmpty()) {
      components.addSchema(SCHEMA, outcome());
    }
  }

  private static void complete(
      Operation operation, Components components, Map<String, APIResponse> used) {
    for (String status : List.copyOf(operation.getResponses().getAPIResponses().keySet())) {
      APIResponse response =
          Objects.requireNonNull(operation.getResponses().getAPIResponse(status));
      Matcher problem = PROBLEM.matcher(Objects.toString(response.getRef(), ""));
      if (problem.matches() && !problem.group(2).equals("401")) {
        String name = "Fhir" + problem.group(2);
        used.computeIfAbsent(
            name,
            none ->
                inFhir(Objects.requireNonNull(components.getResponses().get(problem.group(1)))));
        operation
            .getResponses()
            .addAPIResponse(
                status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
      }
    }
  }

  private static APIResponse inFhir(APIResponse problem) {
    return OASFactory.createAPIResponse()
        .description(problem.getDescription())
        .headers(problem.getHeaders())
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Fhir.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))));
  }

  private static Schema outcome() {
    return OASFactory.createSchema()
        .description(
            "FHIR R4 OperationOutcome: issue[0].details.coding[0].code is the problem's code.")
        .type(List.of(Schema.SchemaType.OBJECT))
        .required(List.of("resourceType", "issue"))
        .addProperty(
            "resourceType", OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING)))
        .addProperty(
            "issue",
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.ARRAY))
                .items(OASFactory.createSchema().type(List.of(Schema.SchemaType.OBJECT))));
  }
}
