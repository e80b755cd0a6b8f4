package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hifazat.platform.messaging.Deliveries;
import org.junit.jupiter.api.Test;

class IncomingChannelsTest {
  private static final Map<String, String> SOUND =
      Map.of(
          "mp.messaging.connector.smallrye-kafka.failure-strategy", "fail",
          "mp.messaging.connector.smallrye-kafka.auto.offset.reset", "earliest",
          "mp.messaging.incoming.cases.connector", "smallrye-kafka",
          "mp.messaging.incoming.cases.topic", "hifazat.cases.v1");

  @Test
  void aChannelThatHandsOverAndKeepsEverythingIsSound() {
    channels(Careful.class, Map.of()).assertNothingIsLost();
  }

  @Test
  void aMethodThatHandlesRecordsItselfIsRefused() {
    IncomingChannels careless = channels(Careless.class, Map.of());

    assertThat(careless.violations()).singleElement().asString().contains("does not hand");
    assertThatThrownBy(careless::assertNothingIsLost).isInstanceOf(AssertionError.class);
  }

  @Test
  void aServiceWithoutAnyChannelIsRefused() {
    assertThatThrownBy(() -> channels(String.class, Map.of()).assertNothingIsLost())
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void ignoringFailuresIsRefusedForOneChannelToo() {
    assertThat(
            channels(
                    Careful.class, Map.of("mp.messaging.incoming.cases.failure-strategy", "ignore"))
                .violations())
        .containsExactly("cases loses what fails: failure-strategy=ignore");
  }

  @Test
  void skippingTheBeginningIsRefused() {
    assertThat(
            channels(
                    Careful.class,
                    Map.of("mp.messaging.incoming.cases.auto.offset.reset", "latest"))
                .violations())
        .containsExactly("cases skips what came before its first start");
  }

  @Test
  void committingByTheClockIsRefused() {
    assertThat(
            channels(
                    Careful.class, Map.of("mp.messaging.incoming.cases.enable.auto.commit", "true"))
                .violations())
        .containsExactly("cases commits before it has handled");
  }

  @Test
  void aConfiguredChannelThatNobodyReadsIsRefused() {
    assertThat(
            channels(
                    Careful.class,
                    Map.of("mp.messaging.incoming.forgotten.connector", "smallrye-kafka"))
                .violations())
        .containsExactly("forgotten is read by no method");
  }

  private static IncomingChannels channels(Class<?> type, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(SOUND);
    settings.putAll(more);
    Config config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    JavaClasses classes = new ClassFileImporter().importClasses(type);
    return IncomingChannels.of(classes, config);
  }

  static class Careful {
    private final Deliveries deliveries = new Deliveries();

    @Incoming("cases")
    int receive(String delivered) {
      return deliveries.receive("test", delivered);
    }
  }

  static class Careless {
    @Incoming("cases")
    int receive(String delivered) {
      return delivered.length();
    }
  }
}
