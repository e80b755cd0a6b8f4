package org.hifazat.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * No event is lost on its way in: every incoming channel hands its records to Deliveries (which
 * retries and keeps dead letters), and no setting drops or skips one. In a test of each consuming
 * service:
 *
 * <pre>{@code
 * @Inject Config config;
 *
 * @Test
 * void noEventIsLostOnItsWayIn() {
 *   IncomingChannels.of("org.hifazat.cases", config).assertNothingIsLost();
 * }
 * }</pre>
 */
public final class IncomingChannels {
  private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
  private static final String DELIVERIES = "org.hifazat.platform.messaging.Deliveries";
  private static final String CHANNEL = "mp.messaging.incoming.";
  private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";
  private static final Pattern NAME =
      Pattern.compile(Pattern.quote(CHANNEL) + "\"?([^.\"]+)\"?\\..+");

  /** Strategies that keep a record until it is handled or put aside. */
  private static final Set<String> KEEPING = Set.of("fail", "dead-letter-queue");

  private final JavaClasses classes;
  private final Config config;

  private IncomingChannels(JavaClasses classes, Config config) {
    this.classes = classes;
    this.config = config;
  }

  /**
   * @param base the service's package, its tests not included
   * @param config the running application's
   */
  public static IncomingChannels of(String base, Config config) {
    return new IncomingChannels(
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(base),
        config);
  }

  static IncomingChannels of(JavaClasses classes, Config config) {
    return new IncomingChannels(classes, config);
  }

  /** Fails with everything that is wrong, and when there is no channel at all. */
  public void assertNothingIsLost() {
    assertThat(methods()).as("methods with @Incoming").isNotEmpty();
    assertThat(violations()).isEmpty();
  }

  /** What is wrong, one line each. */
  List<String> violations() {
    List<String> violations = new ArrayList<>();
    Map<String, JavaMethod> methods = methods();
    methods.forEach(
        (channel, method) -> {
          if (!handsOver(method)) {
            violations.add(method.getFullName() + " does not hand its records to Deliveries");
          }
        });
    Set<String> configured = configured();
    for (String channel : methods.keySet()) {
      if (!configured.contains(channel)) {
        violations.add(channel + " has no connector");
      }
    }
    for (String channel : configured) {
      if (!methods.containsKey(channel)) {
        violations.add(channel + " is read by no method");
      }
      settings(channel, violations);
    }
    return violations;
  }

  private void settings(String channel, List<String> violations) {
    String strategy = effective(channel, "failure-strategy").orElse("fail");
    if (!KEEPING.contains(strategy)) {
      violations.add(channel + " loses what fails: failure-strategy=" + strategy);
    }
    if (!effective(channel, "auto.offset.reset").orElse("latest").equals("earliest")) {
      violations.add(channel + " skips what came before its first start");
    }
    if (effective(channel, "enable.auto.commit").map(Boolean::parseBoolean).orElse(false)) {
      violations.add(channel + " commits before it has handled");
    }
    if (effective(channel, "commit-strategy").orElse("throttled").equals("ignore")) {
      violations.add(channel + " never commits");
    }
  }

  private Optional<String> effective(String channel, String setting) {
    return config
        .getOptionalValue(CHANNEL + channel + "." + setting, String.class)
        .or(() -> config.getOptionalValue(CONNECTOR + setting, String.class));
  }

  private Set<String> configured() {
    Set<String> channels = new TreeSet<>();
    for (String property : config.getPropertyNames()) {
      Matcher name = NAME.matcher(property);
      if (name.matches()) {
        channels.add(name.group(1));
      }
    }
    return channels;
  }

  private Map<String, JavaMethod> methods() {
    Map<String, JavaMethod> methods = new TreeMap<>();
    for (JavaClass each : classes) {
      for (JavaMethod method : each.getMethods()) {
        method
            .tryGetAnnotationOfType(INCOMING)
            .ifPresent(
                incoming -> methods.put(incoming.get("value").orElse("").toString(), method));
      }
    }
    return methods;
  }

  private static boolean handsOver(JavaMethod method) {
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().getFullName().equals(DELIVERIES)
                    && call.getTarget().getName().equals("receive"));
  }
}
