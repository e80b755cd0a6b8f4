package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class BackendChoiceTest {
  private static final String KIND = "hifazat.test.backends";
  private final String before = System.getProperty(KIND, "embedded");

  @AfterEach
  void restore() {
    System.setProperty(KIND, before);
    System.clearProperty("hifazat.test.images.kafka");
  }

  @Test
  void theServersAreEmbeddedUnlessContainersAreAskedFor() {
    System.clearProperty(KIND);
    assertThat(BackendKind.chosen()).isEqualTo(BackendKind.EMBEDDED);

    System.setProperty(KIND, "containers");
    assertThat(BackendKind.chosen()).isEqualTo(BackendKind.CONTAINERS);
  }

  @Test
  void anotherWordIsRefused() {
    System.setProperty(KIND, "h2");

    assertThatThrownBy(BackendKind::chosen).hasMessageContaining("h2");
  }

  @Test
  void everyImageHasANameOfAFixedVersionThatAPropertyReplaces() {
    for (String server : new String[] {"postgres", "kafka", "keycloak"}) {
      assertThat(Images.named(server)).matches(".+:\\d.*");
    }

    System.setProperty("hifazat.test.images.kafka", "registry.example/kafka:9");
    assertThat(Images.named("kafka")).isEqualTo("registry.example/kafka:9");
  }

  @Test
  void containersWithoutAnEngineFailLoudly() {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      assertThatCode(Containers::requireEngine).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(Containers::engine)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("needs a running container engine");
    }
  }
}
