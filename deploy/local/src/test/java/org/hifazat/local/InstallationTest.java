package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {

  @Test
  void withoutSettingsThePortIs8600AndTheDataLieInTheRepository() {
    Installation installation = Installation.from(Map.of());
    assertThat(installation.address()).isEqualTo("http://localhost:8600");
    assertThat(installation.data()).isEqualTo(installation.root().resolve(".hifazat"));
  }

  @Test
  void portAndDataFolderCanBeSet() {
    Installation installation =
        Installation.from(Map.of("HIFAZAT_PORT", "9600", "HIFAZAT_DATA", "/srv/other"));
    assertThat(installation.port(Component.POSTGRES)).isEqualTo(9630);
    assertThat(installation.management(Component.CASES)).isEqualTo("http://127.0.0.1:9642");
    assertThat(installation.log(Component.GATEWAY))
        .isEqualTo(Path.of("/srv/other/log/gateway.log"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eighty", "80", "65500", "-1", "8600.5"})
  void aPortThatCannotBeIsRefused(String port) {
    assertThatThrownBy(() -> Installation.from(Map.of("HIFAZAT_PORT", port)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(port);
  }

  @Test
  void noTwoComponentsWantTheSamePort() {
    List<Integer> ports =
        Arrays.stream(Component.values()).flatMap(c -> c.ports(8600).stream()).toList();
    assertThat(ports).doesNotHaveDuplicates();
  }

  @Test
  void everyComponentComesAfterWhatItNeeds() {
    for (Component component : Component.values()) {
      assertThat(component.after()).allSatisfy(need -> assertThat(need).isLessThan(component));
    }
  }
}
