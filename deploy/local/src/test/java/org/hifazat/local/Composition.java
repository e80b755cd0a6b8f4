package org.hifazat.local;

import static org.hifazat.local.DeploymentFiles.COMPOSE;
import static org.hifazat.local.DeploymentFiles.list;
import static org.hifazat.local.DeploymentFiles.map;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compose files laid one over the other the way {@code docker compose -f … -f …} does: variables by
 * name, networks, secrets and volumes together, of everything else the later one.
 */
record Composition(
    Map<String, Map<String, Object>> services,
    Map<String, Object> networks,
    Map<String, Object> secrets) {

  private static final Set<String> TOGETHER = Set.of("networks", "secrets", "volumes");

  /**
   * @param variables put in where a file names them, else its own defaults
   */
  static Composition of(Map<String, String> variables, String... files) {
    Composition whole = new Composition(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    for (String name : files) {
      Map<String, Object> file = DeploymentFiles.yaml(COMPOSE.resolve(name), variables);
      map(file.get("services")).forEach((service, said) -> whole.add(service, map(said)));
      whole.networks.putAll(map(file.get("networks")));
      whole.secrets.putAll(map(file.get("secrets")));
    }
    return whole;
  }

  /** One service more, or more of one. */
  void add(String name, Map<String, Object> said) {
    Map<String, Object> service = services.computeIfAbsent(name, first -> new TreeMap<>());
    said.forEach((key, value) -> service.merge(key, value, (a, b) -> merged(key, a, b)));
  }

  private static Object merged(String key, Object before, Object later) {
    if (key.equals("environment")) {
      Map<String, Object> both = map(before);
      both.putAll(map(later));
      return both;
    }
    if (TOGETHER.contains(key)) {
      Set<Object> both = new LinkedHashSet<>(list(before));
      both.addAll(list(later));
      return List.copyOf(both);
    }
    return later;
  }

  boolean internal(String network) {
    return Boolean.TRUE.equals(map(networks.get(network)).get("internal"));
  }

  /** The file a secret is, from the folder of the compose files. */
  Path secret(String name) {
    return COMPOSE.resolve(String.valueOf(map(secrets.get(name)).get("file")));
  }
}
