package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerSecretsTest {

  @TempDir Path folder;

  @Test
  void whatIsThereStaysWhenSecretsAreMadeAgain() {
    new ContainerSecrets(folder).make();
    Map<Path, String> first = contents();
    new ContainerSecrets(folder).make();
    assertThat(contents()).isEqualTo(first).hasSizeGreaterThan(30);
  }

  @Test
  void nobodyElseMayReadASecret() throws IOException {
    new ContainerSecrets(folder).make();
    for (Path file : contents().keySet()) {
      String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
      String component = String.valueOf(folder.relativize(file).getName(0));
      assertThat(mode)
          .as(component)
          .isEqualTo(
              component.equals("postgres") || component.equals("keycloak")
                  ? "rw-r-----"
                  : "rw-------");
    }
  }

  @Test
  void thoseWhoMeetKnowTheSameSecretAndNobodyKnowsAnothersPassword() {
    new ContainerSecrets(folder).make();
    assertThat(text("gateway/gateway-client-secret"))
        .isEqualTo(text("keycloak/gateway-client-secret"));
    assertThat(text("identity/provisioning-client-secret"))
        .isEqualTo(text("keycloak/provisioning-client-secret"));
    assertThat(text("cases/database-app-password"))
        .isNotEqualTo(text("cases/database-owner-password"))
        .isNotEqualTo(text("identity/database-app-password"));
    assertThat(text("identity/partner.jwks.json")).doesNotContain("\"d\":");
  }

  @Test
  void everyProgramHasKeysOfItsOwn() {
    new ContainerSecrets(folder).make();
    for (String key : new String[] {"field.json", "search.json", "checkpoint.json"}) {
      assertThat(text("cases/" + key)).isNotEqualTo(text("referrals/" + key));
    }
  }

  @Test
  void withoutAFolderNothingIsMade() {
    Installation installation = new Installation(folder, Installation.DEFAULT_BASE, folder);
    assertThat(new MakeSecrets().run(installation, List.of())).isEqualTo(Command.Exit.USAGE);
    assertThat(new MakeDatabases().run(installation, List.of("postgres:5432")))
        .isEqualTo(Command.Exit.USAGE);
    assertThat(contents()).isEmpty();
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Map<Path, String> contents() {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> contents.put(file, text(folder.relativize(file).toString())));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return contents;
  }
}
