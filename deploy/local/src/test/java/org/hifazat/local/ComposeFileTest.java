package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.local.DeploymentFiles.PROGRAMS;
import static org.hifazat.local.DeploymentFiles.list;
import static org.hifazat.local.DeploymentFiles.map;
import static org.hifazat.local.DeploymentFiles.names;
import static org.hifazat.local.DeploymentFiles.texts;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hifazat.platform.embedded.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/compose runs what {@code ./hifazat up} runs, under the same names, and more guarded. */
class ComposeFileTest {

  /** Words for the container itself, which no program of ours reads. */
  private static final Set<String> OF_THE_CONTAINER = Set.of("HIFAZAT_JAVA_OPTIONS");

  /** The gateway speaks to no broker and finds the realm by itself. */
  private static final Set<String> NOT_FOR_THE_GATEWAY =
      Set.of("KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_OIDC_AUTH_SERVER_URL");

  private final Map<String, Map<String, Object>> services = DeploymentFiles.compose(Map.of());

  @TempDir Path folder;

  @Test
  void everyProgramIsToldWhatTheLauncherTellsIt() {
    PROGRAMS.forEach(
        (name, component) -> {
          Map<String, Object> environment = map(service(name).get("environment"));
          if (component == Component.IDENTITY) {
            environment.putAll(DeploymentFiles.demoEnvironment());
          }
          Set<String> given = names(environment);
          given.removeAll(OF_THE_CONTAINER);
          Set<String> wanted = new HashSet<>(DeploymentFiles.launcherGives(component, folder));
          if (component == Component.GATEWAY) {
            wanted.removeAll(NOT_FOR_THE_GATEWAY);
            wanted.addAll(DeploymentFiles.BEHIND_A_PROXY);
          }
          assertThat(given).as(name).containsExactlyInAnyOrderElementsOf(wanted);
        });
  }

  @Test
  void theRealmsPlaceholdersAreThoseTheLauncherFills() {
    assertThat(names(map(service("keycloak").get("environment"))))
        .filteredOn(name -> name.startsWith("HIFAZAT_"))
        .containsExactlyInAnyOrderElementsOf(DeploymentFiles.launcherGivesRealm(folder));
  }

  @Test
  void postgresKeepsStatementsOutOfItsLogAndSortsAsTheLaunchersDoes() {
    assertThat(texts(service("postgres").get("command")))
        .containsAll(PostgresServer.EVERYWHERE.stream().map(setting -> "-c" + setting).toList());
    assertThat(
            String.valueOf(map(service("postgres").get("environment")).get("POSTGRES_INITDB_ARGS")))
        .contains(PostgresServer.LOCALE);
  }

  @Test
  void imagesAreThoseTheTestsOnContainersUse() {
    assertThat(service("postgres").get("image")).isEqualTo(DeploymentFiles.image("postgres"));
    assertThat(service("kafka").get("image")).isEqualTo(DeploymentFiles.image("kafka"));
    assertThat(service("keycloak").get("image")).isEqualTo(DeploymentFiles.ownImage("keycloak"));
    assertThat(
            DeploymentFiles.read(DeploymentFiles.ROOT.resolve("deploy/images/keycloak.Dockerfile")))
        .contains("KEYCLOAK=" + DeploymentFiles.image("keycloak"));
    PROGRAMS
        .keySet()
        .forEach(
            name ->
                assertThat(service(name).get("image")).isEqualTo(DeploymentFiles.ownImage(name)));
  }

  @Test
  void noContainerRunsAsRootOrMayBecomeIt() {
    services.forEach(
        (name, service) -> {
          assertThat(String.valueOf(service.get("user"))).as(name).matches("[1-9]\\d*:\\d+");
          assertThat(texts(service.get("cap_drop"))).as(name).containsExactly("ALL");
          assertThat(texts(service.get("security_opt")))
              .as(name)
              .containsExactly("no-new-privileges:true");
          assertThat(service).as(name).doesNotContainKeys("privileged", "cap_add", "pid", "ipc");
        });
  }

  @Test
  void everyRootFileSystemIsReadOnlyAndEveryContainerLimited() {
    services.forEach(
        (name, service) -> {
          assertThat(service.get("read_only")).as(name).isEqualTo(true);
          assertThat(map(map(map(service.get("deploy")).get("resources")).get("limits")))
              .as(name)
              .containsKeys("cpus", "memory", "pids");
        });
  }

  @Test
  void whatStaysUpIsAskedWhetherItIsWell() {
    services.forEach(
        (name, service) -> {
          if (!service.containsKey("profiles") && !"no".equals(service.get("restart"))) {
            assertThat(service).as(name).containsKey("healthcheck");
          }
        });
  }

  @Test
  void onlyTheGatewayIsReachedFromOutside() {
    services.forEach(
        (name, service) -> {
          if (!service.containsKey("profiles") && !name.equals("gateway")) {
            assertThat(service).as(name).doesNotContainKeys("ports", "network_mode_host");
          }
          assertThat(service.get("network_mode")).as(name).isNotEqualTo("host");
        });
    assertThat(texts(service("gateway").get("ports"))).containsExactly("127.0.0.1:8600:8080");
    assertThat(texts(service("grafana").get("ports")))
        .allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
  }

  @Test
  void noServiceSharesANetworkWithAnotherService() {
    Set<String> seen = new HashSet<>();
    PROGRAMS.forEach(
        (name, component) -> {
          if (component != Component.GATEWAY) {
            assertThat(texts(service(name).get("networks")))
                .as(name)
                .hasSize(1)
                .allSatisfy(network -> assertThat(seen.add(network)).isTrue());
          }
        });
    assertThat(seen).doesNotContain("edge", "desk");
  }

  @Test
  void secretsComeAsFilesOnly() {
    services.forEach(
        (name, service) ->
            assertThat(map(service.get("environment")).keySet())
                .as(name)
                .filteredOn(variable -> variable.matches(".*(PASSWORD|SECRET).*"))
                .allSatisfy(variable -> assertThat(variable).matches(".*_(FILE|FACTOR)")));
    assertThat(DeploymentFiles.read(DeploymentFiles.COMPOSE.resolve(".env.example")))
        .doesNotContainPattern("(?i)(password|secret)\\w*=");
  }

  @Test
  void eachContainerMountsItsOwnSecretsAndNoOthers() {
    services.forEach(
        (name, service) -> {
          if (!name.equals("secrets") && !name.equals("databases")) {
            assertThat(texts(service.get("volumes")))
                .as(name)
                .filteredOn(volume -> volume.contains("-keys:"))
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(volume -> assertThat(volume).endsWith("-keys:/keys:ro"));
          }
        });
    PROGRAMS.forEach(
        (name, component) ->
            assertThat(list(service(name).get("volumes")))
                .containsExactly(component.id() + "-keys:/keys:ro"));
  }

  private Map<String, Object> service(String name) {
    assertThat(services).containsKey(name);
    return map(services.get(name));
  }
}
