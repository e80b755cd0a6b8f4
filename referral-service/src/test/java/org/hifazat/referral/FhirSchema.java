package org.hifazat.referral;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The JSON Schema of FHIR R4, as HL7 publishes it. */
final class FhirSchema {
  private static final Schema R4 = read();

  private FhirSchema() {}

  private static Schema read() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
          .getSchema(
              Files.readString(
                  Path.of(
                      Objects.requireNonNull(System.getProperty("hifazat.root")),
                      "contracts/fhir/fhir-r4-subset.schema.json")),
              InputFormat.JSON);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Returns the answer, which is a resource of that type by the schema. */
  static Response valid(String resourceType, Response answer) {
    assertThat(answer.contentType()).startsWith("application/fhir+json");
    assertThat(answer.<String>path("resourceType")).isEqualTo(resourceType);
    assertThat(R4.validate(answer.asString(), InputFormat.JSON)).as(answer.asString()).isEmpty();
    return answer;
  }

  static boolean isValid(String resource) {
    return R4.validate(resource, InputFormat.JSON).isEmpty();
  }
}
