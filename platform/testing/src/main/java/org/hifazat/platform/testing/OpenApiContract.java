package org.hifazat.platform.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Judges one exchange by an OpenAPI 3.1 document. */
final class OpenApiContract {

  /** Reading a document and its schemas costs far more than judging by them. */
  private static final Map<Path, Read> KNOWN = new ConcurrentHashMap<>();

  private record Read(FileTime written, OpenApiContract contract) {}

  /** A path of the document with what it matches. */
  private record Route(Pattern pattern, int parameters, JsonNode operations) {}

  private final JsonNode document;
  private final List<Route> routes;
  private final Map<JsonNode, Schema> schemas =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  OpenApiContract(JsonNode document) {
    this.document = document;
    this.routes =
        document.path("paths").properties().stream()
            .map(entry -> route(entry.getKey(), entry.getValue()))
            .toList();
  }

  /** By the document in the file as it is now. */
  static OpenApiContract of(Path file) {
    FileTime written = ContractFiles.written(file);
    return KNOWN
        .compute(
            file.toAbsolutePath(),
            (path, known) ->
                known != null && known.written().equals(written)
                    ? known
                    : new Read(written, new OpenApiContract(ContractFiles.yaml(path))))
        .contract();
  }

  /**
   * What the document does not allow; empty when all is as documented.
   *
   * @param contentType as received, empty when there was none
   */
  List<String> problems(String method, String path, int status, String contentType, String body) {
    Optional<JsonNode> operation = operation(method, path);
    if (operation.isEmpty()) {
      return List.of("the document has no " + method + " for the path");
    }
    JsonNode responses = operation.get().path("responses");
    JsonNode response = resolved(responses.path(String.valueOf(status)));
    if (response.isMissingNode()) {
      response = resolved(responses.path("default"));
    }
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not documented");
    }
    JsonNode content = response.path("content");
    if (body.isEmpty()) {
      // Nobody signed in is told nothing, also where somebody is told to sign in again.
      return content.isEmpty() || status == 401
          ? List.of()
          : List.of("status " + status + " came without a body");
    }
    if (content.isEmpty()) {
      return List.of("status " + status + " came with a body that is not documented");
    }
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    JsonNode media = content.path(mediaType);
    if (media.isMissingNode()) {
      return List.of("status " + status + " is not documented to answer " + mediaType);
    }
    return mediaType.endsWith("json") ? bodyProblems(media.path("schema"), body) : List.of();
  }

  private List<String> bodyProblems(JsonNode schema, String body) {
    if (schema.isMissingNode()) {
      return List.of("the response's schema is not documented");
    }
    List<String> problems = new ArrayList<>();
    schemas
        .computeIfAbsent(schema, this::compiled)
        .validate(
            body,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .forEach(
            error ->
                problems.add(
                    error.getInstanceLocation()
                        + " "
                        + error.getKeyword()
                        + (error.getProperty() == null ? "" : " " + error.getProperty())));
    return problems;
  }

  private Schema compiled(JsonNode schema) {
    ObjectNode root = (ObjectNode) schema.deepCopy();
    root.set("components", document.path("components"));
    return registry.getSchema(root.toString(), InputFormat.JSON);
  }

  private Optional<JsonNode> operation(String method, String path) {
    String verb = method.toLowerCase(Locale.ROOT);
    return routes.stream()
        .filter(route -> route.operations().has(verb) && route.pattern().matcher(path).matches())
        // A literal segment wins over a parameter, as in routing.
        .min(Comparator.comparingInt(Route::parameters))
        .map(route -> route.operations().get(verb));
  }

  private static Route route(String template, JsonNode operations) {
    int parameters = template.length() - template.replace("{", "").length();
    return new Route(Pattern.compile(pattern(template)), parameters, operations);
  }

  private static String pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String segment : template.split("(?=/)")) {
      pattern.append(segment.startsWith("/{") ? "/[^/]+" : Pattern.quote(segment));
    }
    return pattern.append("/?").toString();
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode()
        ? node
        : document.at(reference.asString().substring(1).replace("~1", "/"));
  }
}
