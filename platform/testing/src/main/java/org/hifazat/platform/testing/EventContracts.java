package org.hifazat.platform.testing;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import tools.jackson.databind.JsonNode;

/**
 * The event schemas and examples of contracts/events, by ce_type. A publisher's test sends what it
 * appends through {@link #assertPublishable}; a consumer's test reads every {@link #examples}.
 */
public final class EventContracts {

  private static final String PREFIX = "org.hifazat.";
  private static final String SCHEMA = ".schema.json";

  private final Path events;
  private final Map<String, Path> files = new TreeMap<>();
  private final Map<String, Schema> schemas = new TreeMap<>();

  private EventContracts(Path events) {
    this.events = events;
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    for (Path file : ContractFiles.below(events, SCHEMA)) {
      String name = file.getFileName().toString();
      String type =
          PREFIX
              + events.relativize(file).getName(0)
              + '.'
              + name.substring(0, name.length() - SCHEMA.length());
      files.put(type, file);
      schemas.put(type, registry.getSchema(ContractFiles.text(file), InputFormat.JSON));
    }
  }

  /** Reads all schemas of the working tree. */
  public static EventContracts load() {
    return load(ContractFiles.root());
  }

  static EventContracts load(Path contracts) {
    return new EventContracts(contracts.resolve("events"));
  }

  /** All ce_types there are a schema for, as in org.hifazat.cases.case-opened.v1. */
  public Set<String> types() {
    return Set.copyOf(schemas.keySet());
  }

  /**
   * What is wrong with a payload; empty when nothing is. Unknown fields are right: v1 grows.
   *
   * @throws AssertionError when there is no such type
   */
  public List<String> problems(String ceType, String payload) {
    return schema(ceType)
        .validate(
            payload,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
        .toList();
  }

  /** A payload as its publisher makes it: valid, and without a field the schema does not name. */
  public void assertPublishable(String ceType, String payload) {
    List<String> problems = new ArrayList<>(problems(ceType, payload));
    JsonNode known = ContractFiles.JSON.readTree(text(ceType)).path("properties");
    for (String field : ContractFiles.JSON.readTree(payload).propertyNames()) {
      if (!known.has(field)) {
        problems.add("/" + field + " is not in the schema");
      }
    }
    Assertions.assertThat(problems).as(ceType).isEmpty();
  }

  /** As {@link #assertPublishable(String, String)}, from the bytes of a record. */
  public void assertPublishable(String ceType, byte[] payload) {
    assertPublishable(ceType, new String(payload, StandardCharsets.UTF_8));
  }

  /**
   * The committed examples of a type, at least one.
   *
   * @throws AssertionError when there is no such type or no example
   */
  public List<String> examples(String ceType) {
    Path schema = file(ceType);
    String name = schema.getFileName().toString();
    String stem = name.substring(0, name.length() - SCHEMA.length()) + '.';
    List<String> examples =
        ContractFiles.below(schema.resolveSibling("examples"), ".json").stream()
            .filter(example -> example.getFileName().toString().startsWith(stem))
            .map(ContractFiles::text)
            .toList();
    Assertions.assertThat(examples).as("examples of %s", ceType).isNotEmpty();
    return examples;
  }

  String text(String ceType) {
    return ContractFiles.text(file(ceType));
  }

  String pathFromContracts(String ceType) {
    return "events/" + events.relativize(file(ceType));
  }

  private Path file(String ceType) {
    Path file = files.get(ceType);
    if (file == null) {
      throw new AssertionError("contracts/events has no schema for " + ceType);
    }
    return file;
  }

  private Schema schema(String ceType) {
    Schema schema = schemas.get(ceType);
    if (schema == null) {
      throw new AssertionError("contracts/events has no schema for " + ceType);
    }
    return schema;
  }
}
