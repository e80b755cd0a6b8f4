package org.hifazat.local;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The committed files of the deployments in containers, as the tests read them. */
final class DeploymentFiles {

  static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("hifazat.root")));
  static final Path COMPOSE = ROOT.resolve("deploy/compose");
  static final Path KUBERNETES = ROOT.resolve("deploy/kubernetes");
  static final Path OBSERVABILITY = ROOT.resolve("deploy/observability");

  /** Our programs: the names of containers, images and Kubernetes objects. */
  static final Map<String, Component> PROGRAMS =
      Arrays.stream(Component.values())
          .filter(Component::service)
          .collect(toMap(Component::title, component -> component, (a, b) -> a, TreeMap::new));

  /** What the launcher does not tell the gateway, before which it stands alone. */
  static final Set<String> BEHIND_A_PROXY =
      Set.of("HIFAZAT_BEHIND_PROXY", "HIFAZAT_TRUSTED_PROXIES");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");
  private static final String BY_FILE = "_FILE";

  private DeploymentFiles() {}

  /** Compose's services by name, with {@code variables} or the defaults put in. */
  static Map<String, Map<String, Object>> compose(Map<String, String> variables) {
    Map<String, Object> file = yaml(COMPOSE.resolve("compose.yaml"), variables);
    Map<String, Map<String, Object>> services = new TreeMap<>();
    map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
    return services;
  }

  /** The variables the demonstration adds to identity. */
  static Map<String, Object> demoEnvironment() {
    Map<String, Object> file = yaml(COMPOSE.resolve("compose.demo.yaml"), Map.of());
    return map(map(map(file.get("services")).get("identity")).get("environment"));
  }

  /** All objects of all manifests below deploy/kubernetes. */
  static List<Map<String, Object>> kubernetes() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (Path file : files(KUBERNETES, ".yaml")) {
      if (!file.endsWith("kustomization.yaml")) {
        StreamSupport.stream(new Yaml().loadAll(read(file)).spliterator(), false)
            .forEach(object -> objects.add(map(object)));
      }
    }
    return objects;
  }

  static List<Map<String, Object>> ofKind(String kind) {
    return kubernetes().stream().filter(object -> kind.equals(object.get("kind"))).toList();
  }

  /** Names of environment variables; one that is given as a file counts under its own name. */
  static Set<String> names(Map<String, ?> environment) {
    return environment.keySet().stream()
        .map(
            name ->
                name.endsWith(BY_FILE) ? name.substring(0, name.length() - BY_FILE.length()) : name)
        .collect(toSet());
  }

  /** What {@code ./hifazat up} gives this component. */
  static Set<String> launcherGives(Component component, Path folder) {
    return new Servers(new Installation(ROOT, Installation.DEFAULT_BASE, folder))
        .environment(component)
        .keySet();
  }

  /** What {@code ./hifazat up} gives Keycloak for the realm file. */
  static Set<String> launcherGivesRealm(Path folder) {
    return new Servers(new Installation(ROOT, Installation.DEFAULT_BASE, folder))
        .realmPlaceholders()
        .keySet();
  }

  /** The official image of a server, as the tests on containers use it. */
  static String image(String name) {
    Properties images = new Properties();
    Path file =
        ROOT.resolve(
            "platform/testing/src/main/resources/org/hifazat/platform/testing/images.properties");
    try (var text = Files.newBufferedReader(file)) {
      images.load(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Objects.requireNonNull(images.getProperty(name), name);
  }

  /** Our own image of this name, with the version of the parent POM. */
  static String ownImage(String name) {
    Matcher version =
        Pattern.compile("<artifactId>hifazat</artifactId>\\s*<version>(.+?)</version>")
            .matcher(read(ROOT.resolve("pom.xml")));
    if (!version.find()) {
      throw new AssertionError("pom.xml has no version");
    }
    return "hifazat/" + name + ":" + version.group(1);
  }

  static Map<String, Object> yaml(Path file, Map<String, String> variables) {
    String text =
        VARIABLE
            .matcher(read(file))
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        variables.getOrDefault(found.group(1), found.group(2))));
    return map(new Yaml().load(text));
  }

  static List<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, Object> map(@Nullable Object node) {
    Map<String, Object> map = new HashMap<>();
    if (node instanceof Map<?, ?> found) {
      found.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  static List<Object> list(@Nullable Object node) {
    return node instanceof List<?> found ? new ArrayList<>(found) : List.of();
  }

  static List<String> texts(@Nullable Object node) {
    return list(node).stream().map(String::valueOf).toList();
  }
}
