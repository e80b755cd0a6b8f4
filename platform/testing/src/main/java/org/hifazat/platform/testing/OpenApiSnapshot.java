package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Holds the service to its committed interface. Extend it in a Quarkus test of the service; {@code
 * -Dhifazat.openapi.update=true} rewrites contracts/openapi/&lt;service&gt;.yaml instead.
 */
public abstract class OpenApiSnapshot {

  private static final String GENERATED = "META-INF/quarkus-generated-openapi-doc.YAML";

  private final String service;

  protected OpenApiSnapshot(String service) {
    this.service = service;
  }

  @Test
  protected void theInterfaceIsTheCommittedOne() throws IOException {
    Path committed = ContractFiles.root().resolve("openapi").resolve(service + ".yaml");
    String generated = generated();
    if (Boolean.getBoolean("hifazat.openapi.update")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, generated);
    }
    Assertions.assertThat(committed)
        .as("run this test with -Dhifazat.openapi.update=true and commit the file")
        .exists();
    Assertions.assertThat(ContractFiles.text(committed))
        .as("run this test with -Dhifazat.openapi.update=true, review and commit %s", committed)
        .isEqualTo(generated);
  }

  private static String generated() throws IOException {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try (InputStream document = application.getResourceAsStream(GENERATED)) {
      if (document == null) {
        throw new AssertionError(
            "no generated OpenAPI document: is quarkus-smallrye-openapi a dependency and the test a"
                + " @QuarkusTest?");
      }
      return new String(document.readAllBytes(), StandardCharsets.UTF_8).stripTrailing() + "\n";
    }
  }
}
