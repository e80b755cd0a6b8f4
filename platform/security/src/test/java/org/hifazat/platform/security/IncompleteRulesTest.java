package org.hifazat.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.junit.main.QuarkusMainLauncher;
import io.quarkus.test.junit.main.QuarkusMainTest;
import java.util.Map;
import org.hifazat.platform.testing.PostgresBackend;
import org.junit.jupiter.api.Test;

@QuarkusMainTest
@TestProfile(IncompleteRulesTest.OneRuleMissing.class)
@WithTestResource(
    value = PostgresBackend.class,
    initArgs = @ResourceArg(name = "database", value = "security"))
class IncompleteRulesTest {
  @Test
  void aServiceWithAnOperationWithoutARuleDoesNotStart(QuarkusMainLauncher launcher) {
    var start = launcher.launch();
    assertThat(start.exitCode()).isNotZero();
    assertThat(start.getErrorOutput() + start.getOutput())
        .contains("Access rules are incomplete")
        .contains("operation SEAL_NOTE has no rule");
  }

  /** The notebook without one of its rules. */
  public static class OneRuleMissing implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("notebook.rules", "one-missing");
    }
  }
}
