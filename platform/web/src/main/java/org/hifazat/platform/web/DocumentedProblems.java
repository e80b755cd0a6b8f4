package org.hifazat.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document what every operation may answer besides its result, so that
 * resources only name their own answers.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

  private static final String RESPONSES = "#/components/responses/Problem";

  /** Of platform/security, which this module does not know. */
  private static final DotName SENSITIVE =
      DotName.createSimple("org.hifazat.platform.security.Sensitive");

  private static final DotName PERFORMS =
      DotName.createSimple("org.hifazat.platform.security.Performs");

  /** Ids of the operations that ask for a fresh sign-in, in both ways ids are made. */
  private final Set<String> sensitive;

  public DocumentedProblems(IndexView index) {
    Set<String> constants =
        index.getAnnotations(SENSITIVE).stream()
            .map(annotation -> annotation.target().asField().name())
            .collect(Collectors.toSet());
    this.sensitive =
        index.getAnnotations(PERFORMS).stream()
            .filter(performs -> constants.contains(performs.value().asString()))
            .map(performs -> performs.target().asMethod())
            .flatMap(
                method ->
                    Stream.of(
                        method.name(), method.declaringClass().simpleName() + "_" + method.name()))
            .collect(Collectors.toSet());
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
      return;
    }
    TreeMap<Integer, String> used = new TreeMap<>();
    for (PathItem path : document.getPaths().getPathItems().values()) {
      path.getOperations()
          .forEach(
              (method, operation) ->
                  complete(method, parameters(path, operation), operation, used));
    }
    Components components = document.getComponents();
    if (components == null) {
      components = OASFactory.createComponents();
      document.setComponents(components);
    }
    components.addSchema("Problem", problem());
    components.addSchema("Violation", violation());
    for (Map.Entry<Integer, String> entry : used.entrySet()) {
      components.addResponse("Problem" + entry.getKey(), response(entry.getValue()));
    }
  }

  private static List<Parameter> parameters(PathItem path, Operation operation) {
    List<Parameter> all = new ArrayList<>();
    if (path.getParameters() != null) {
      all.addAll(path.getParameters());
    }
    if (operation.getParameters() != null) {
      all.addAll(operation.getParameters());
    }
    return all;
  }

  private void complete(
      PathItem.HttpMethod method,
      List<Parameter> parameters,
      Operation operation,
      Map<Integer, String> used) {
    APIResponses responses = operation.getResponses();
    if (responses == null) {
      responses = OASFactory.createAPIResponses();
      operation.setResponses(responses);
    }
    if (sensitive.contains(operation.getOperationId())) {
      responses.addAPIResponse(
          "401",
          response(
              "Not signed in: no body. Signed in too long ago or without a second factor: code"
                  + " step-up-required, and a challenge by RFC 9470."));
    } else if (!responses.hasAPIResponse("401")) {
      responses.addAPIResponse(
          "401", OASFactory.createAPIResponse().description("Not signed in. No body."));
    }
    TreeMap<Integer, String> problems = new TreeMap<>();
    problems.put(403, "The account may not do this.");
    problems.put(500, "A fault of the service; fixed text and a trace id.");
    problems.put(503, "The service cannot answer now; Retry-After says when.");
    if (!parameters.isEmpty()) {
      problems.put(400, "A parameter or a field cannot be read or breaks a constraint.");
    }
    if (parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH)) {
      problems.put(404, "Absent, or out of the account's reach: the same body.");
    }
    if (parameters.stream().anyMatch(parameter -> isHeader(parameter, "If-Match"))) {
      problems.put(
          412,
          "The resource was changed since it was read. ETag and currentVersion name what stands now.");
      problems.put(428, "If-Match is missing.");
    }
    if (parameters.stream().anyMatch(parameter -> isHeader(parameter, "Idempotency-Key"))) {
      problems.put(409, "A request with this Idempotency-Key is in progress, or a rule refuses.");
    }
    if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
      problems.put(400, "A parameter or a field cannot be read or breaks a constraint.");
      problems.put(409, "A rule refuses this in the present state.");
      problems.put(413, "The body is larger than allowed.");
      problems.put(415, "The body's media type is not accepted.");
      problems.put(422, "Well-formed, but cannot mean anything; or the Idempotency-Key is reused.");
    }
    for (Map.Entry<Integer, String> problem : problems.entrySet()) {
      String status = String.valueOf(problem.getKey());
      if (!isDescribed(responses.getAPIResponse(status))) {
        used.putIfAbsent(problem.getKey(), problem.getValue());
        responses.addAPIResponse(
            status, OASFactory.createAPIResponse().ref(RESPONSES + problem.getKey()));
      }
    }
  }

  /** Quarkus adds a bare 403 of its own to every authenticated operation. */
  private static boolean isDescribed(@Nullable APIResponse response) {
    return response != null && (response.getContent() != null || response.getRef() != null);
  }

  private static boolean isHeader(Parameter parameter, String name) {
    return parameter.getIn() == Parameter.In.HEADER && name.equalsIgnoreCase(parameter.getName());
  }

  private static APIResponse response(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  private static Schema problem() {
    return OASFactory.createSchema()
        .description("RFC 9457. Never holds a value of the request.")
        .type(List.of(Schema.SchemaType.OBJECT))
        .required(List.of("type", "title", "status", "code"))
        .addProperty("type", text("/problems/<code>"))
        .addProperty("title", text("Fixed sentence of the problem type."))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.INTEGER))
                .description("HTTP status, repeated."))
        .addProperty("code", text("Stable code to switch on."))
        .addProperty("traceId", text("Finds the request in logs and traces."))
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .type(List.of(Schema.SchemaType.ARRAY))
                .items(OASFactory.createSchema().ref("#/components/schemas/Violation")))
        .addProperty(
            "expectedVersion",
            text("412: the entity tag the change was made on. Both versions can be compared."))
        .addProperty(
            "currentVersion",
            text(
                "412: the entity tag of what stands now, as in the answer's ETag; read it again."));
  }

  private static Schema violation() {
    return OASFactory.createSchema()
        .type(List.of(Schema.SchemaType.OBJECT))
        .required(List.of("pointer", "code"))
        .addProperty("pointer", text("JSON pointer into the body, or / and a parameter's name."))
        .addProperty("code", text("The broken constraint."));
  }

  private static Schema text(String description) {
    return OASFactory.createSchema()
        .type(List.of(Schema.SchemaType.STRING))
        .description(description);
  }
}
