package org.hifazat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hifazat.local.DeploymentFiles.PROGRAMS;
import static org.hifazat.local.DeploymentFiles.list;
import static org.hifazat.local.DeploymentFiles.map;
import static org.hifazat.local.DeploymentFiles.ofKind;
import static org.hifazat.local.DeploymentFiles.texts;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hifazat.platform.embedded.PostgresServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** deploy/kubernetes runs what compose runs, under the launcher's names, in restricted pods. */
class KubernetesManifestsTest {

  /** Only a demonstration has them. */
  private static final Set<String> DEMONSTRATION =
      Set.of("HIFAZAT_DEMO_PASSWORD", "HIFAZAT_DEMO_PARTNER_JWKS");

  private static final Set<String> NOT_FOR_THE_GATEWAY =
      Set.of("KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_OIDC_AUTH_SERVER_URL");

  @TempDir Path folder;

  @Test
  void everyProgramIsToldWhatTheLauncherTellsIt() {
    PROGRAMS.forEach(
        (name, component) -> {
          Set<String> wanted = new HashSet<>(DeploymentFiles.launcherGives(component, folder));
          wanted.removeAll(DEMONSTRATION);
          if (component == Component.GATEWAY) {
            wanted.removeAll(NOT_FOR_THE_GATEWAY);
            wanted.addAll(DeploymentFiles.BEHIND_A_PROXY);
          }
          assertThat(environment(container(name)).keySet())
              .as(name)
              .containsExactlyInAnyOrderElementsOf(wanted);
        });
  }

  @Test
  void keycloakIsToldTheSameAsInCompose() {
    assertThat(environment(container("keycloak")).keySet())
        .containsExactlyInAnyOrderElementsOf(
            DeploymentFiles.names(
                map(map(DeploymentFiles.compose(Map.of()).get("keycloak")).get("environment"))))
        .containsAll(DeploymentFiles.launcherGivesRealm(folder));
  }

  @Test
  void theServersAreSetUpAsInCompose() {
    assertThat(texts(container("postgres").get("args")))
        .containsAll(PostgresServer.EVERYWHERE.stream().map(setting -> "-c" + setting).toList());
    assertThat(environment(container("postgres")).get("POSTGRES_INITDB_ARGS"))
        .asString()
        .contains(PostgresServer.LOCALE);
    assertThat(environment(container("kafka")).keySet())
        .containsExactlyInAnyOrderElementsOf(
            map(map(DeploymentFiles.compose(Map.of()).get("kafka")).get("environment")).keySet());
  }

  @Test
  void imagesAreComposes() {
    Map<String, Map<String, Object>> compose = DeploymentFiles.compose(Map.of());
    workloads()
        .forEach(
            workload -> {
              String name = name(workload);
              assertThat(containers(workload).getFirst().get("image"))
                  .as(name)
                  .isEqualTo(map(compose.get(name)).get("image"));
            });
    assertThat(workloads().map(KubernetesManifestsTest::name))
        .contains("keycloak", "postgres", "kafka", "databases")
        .containsAll(PROGRAMS.keySet());
  }

  @Test
  void everyPodIsRestricted() {
    workloads()
        .forEach(
            workload -> {
              String name = name(workload);
              Map<String, Object> pod = pod(workload);
              Map<String, Object> security = map(pod.get("securityContext"));
              assertThat(security.get("runAsNonRoot")).as(name).isEqualTo(true);
              assertThat((Integer) security.get("runAsUser")).as(name).isPositive();
              assertThat(map(security.get("seccompProfile")))
                  .containsEntry("type", "RuntimeDefault");
              assertThat(pod.get("automountServiceAccountToken")).as(name).isEqualTo(false);
              assertThat(pod).as(name).doesNotContainKeys("hostNetwork", "hostPID", "hostIPC");
              for (Map<String, Object> container : containers(workload)) {
                Map<String, Object> own = map(container.get("securityContext"));
                assertThat(own.get("allowPrivilegeEscalation")).as(name).isEqualTo(false);
                assertThat(own.get("readOnlyRootFilesystem")).as(name).isEqualTo(true);
                assertThat(texts(map(own.get("capabilities")).get("drop"))).containsExactly("ALL");
                assertThat(map(map(container.get("resources")).get("limits")))
                    .as(name)
                    .containsKey("memory");
              }
            });
    assertThat(map(map(ofKind("Namespace").getFirst().get("metadata")).get("labels")))
        .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
  }

  @Test
  void whatIsAlwaysUpIsProbedAndMayNotBeEmptiedAtOnce() {
    Set<String> budgets = new HashSet<>();
    ofKind("PodDisruptionBudget").forEach(budget -> budgets.add(name(budget)));
    for (Map<String, Object> deployment : ofKind("Deployment")) {
      assertThat(containers(deployment).getFirst())
          .as(name(deployment))
          .containsKeys("startupProbe", "readinessProbe", "livenessProbe");
      assertThat(budgets).contains(name(deployment));
    }
  }

  @Test
  void noSecretIsCommitted() {
    assertThat(ofKind("Secret")).isEmpty();
    DeploymentFiles.kubernetes()
        .forEach(
            object ->
                assertThat(map(object.get("data")).keySet())
                    .as(name(object))
                    .noneMatch(KubernetesManifestsTest::secret));
    workloads()
        .flatMap(workload -> containers(workload).stream())
        .forEach(
            container ->
                environment(container)
                    .forEach(
                        (variable, value) -> {
                          if (secret(variable)) {
                            assertThat(value).as(variable).startsWith("secret hifazat-");
                          }
                        }));
  }

  @Test
  void aSecretIsOneThatTheLauncherMakes() {
    ContainerSecrets secrets = new ContainerSecrets(folder.resolve("secrets"));
    secrets.make();
    workloads()
        .flatMap(workload -> containers(workload).stream())
        .flatMap(container -> environment(container).values().stream())
        .filter(value -> value.startsWith("secret hifazat-"))
        .forEach(
            value -> {
              String[] words = value.substring("secret hifazat-".length()).split(" ", 2);
              assertThat(secrets.folder().resolve(words[0]).resolve(words[1])).exists();
            });
  }

  @Test
  void noServiceMayCallAnother() {
    Set<String> services = new HashSet<>(PROGRAMS.keySet());
    services.remove("gateway");
    assertThat(ofKind("NetworkPolicy"))
        .anySatisfy(
            policy -> {
              assertThat(map(map(policy.get("spec")).get("podSelector"))).isEmpty();
              assertThat(texts(map(policy.get("spec")).get("policyTypes")))
                  .containsExactly("Ingress", "Egress");
              assertThat(map(policy.get("spec"))).doesNotContainKeys("ingress", "egress");
            });
    for (String service : services) {
      Map<String, Object> policy =
          map(
              ofKind("NetworkPolicy").stream()
                  .filter(one -> name(one).equals(service))
                  .findFirst()
                  .orElseThrow()
                  .get("spec"));
      assertThat(peers(policy.get("egress"), "to"))
          .containsExactlyInAnyOrder("postgres", "kafka", "keycloak");
      assertThat(peers(policy.get("ingress"), "from")).containsExactly("gateway");
    }
  }

  @Test
  void everyManifestIsPartOfAKustomization() {
    for (String part : List.of("base", "data", "trial")) {
      Path of = DeploymentFiles.KUBERNETES.resolve(part);
      List<String> resources =
          texts(DeploymentFiles.yaml(of.resolve("kustomization.yaml"), Map.of()).get("resources"));
      assertThat(resources).allSatisfy(resource -> assertThat(of.resolve(resource)).exists());
      assertThat(DeploymentFiles.files(of, ".yaml"))
          .filteredOn(file -> !file.endsWith("kustomization.yaml"))
          .allSatisfy(file -> assertThat(resources).contains(file.getFileName().toString()));
    }
  }

  private static boolean secret(String variable) {
    return variable.matches(".*(PASSWORD|CLIENT_SECRET).*");
  }

  private static Stream<Map<String, Object>> workloads() {
    return Stream.of("Deployment", "StatefulSet", "Job").flatMap(kind -> ofKind(kind).stream());
  }

  private static Map<String, Object> container(String name) {
    return workloads()
        .filter(workload -> name(workload).equals(name))
        .map(workload -> containers(workload).getFirst())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no workload " + name));
  }

  private static String name(Map<String, Object> object) {
    return String.valueOf(map(object.get("metadata")).get("name"));
  }

  private static Map<String, Object> pod(Map<String, Object> workload) {
    return map(map(map(workload.get("spec")).get("template")).get("spec"));
  }

  private static List<Map<String, Object>> containers(Map<String, Object> workload) {
    return list(pod(workload).get("containers")).stream().map(DeploymentFiles::map).toList();
  }

  /** Variables with their value, or {@code secret <name> <key>}. */
  private static Map<String, String> environment(Map<String, Object> container) {
    Map<String, String> environment = new HashMap<>();
    for (Object from : list(container.get("envFrom"))) {
      Object wanted = map(map(from).get("configMapRef")).get("name");
      ofKind("ConfigMap").stream()
          .filter(config -> name(config).equals(wanted))
          .forEach(
              config ->
                  map(config.get("data"))
                      .forEach((key, value) -> environment.put(key, String.valueOf(value))));
    }
    for (Object one : list(container.get("env"))) {
      Map<String, Object> secret = map(map(map(one).get("valueFrom")).get("secretKeyRef"));
      environment.put(
          String.valueOf(map(one).get("name")),
          secret.isEmpty()
              ? String.valueOf(map(one).get("value"))
              : "secret " + secret.get("name") + " " + secret.get("key"));
    }
    return environment;
  }

  private static List<String> peers(@Nullable Object rules, String side) {
    return list(rules).stream()
        .flatMap(rule -> list(map(rule).get(side)).stream())
        .map(peer -> map(map(map(peer).get("podSelector")).get("matchLabels")))
        .filter(labels -> !labels.isEmpty())
        .map(labels -> String.valueOf(labels.get("app.kubernetes.io/name")))
        .toList();
  }
}
