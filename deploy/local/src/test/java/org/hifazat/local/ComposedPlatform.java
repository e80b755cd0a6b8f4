package org.hifazat.local;

import static org.hifazat.local.DeploymentFiles.map;
import static org.hifazat.local.DeploymentFiles.texts;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/**
 * Starts what compose files say on a container engine, without the compose plug-in, which not every
 * engine has: the same images, variables, users, volumes, secrets, networks, limits and health
 * checks, in the order of {@code depends_on}.
 */
final class ComposedPlatform implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final String HEALTHY = "service_healthy";

  private final DockerClient engine;
  private final String project;
  private final Composition composition;
  private final Map<String, Map<String, Object>> services;
  private final Map<String, String> containers = new LinkedHashMap<>();
  private final Set<String> networks = new HashSet<>();
  private final Set<String> volumes = new HashSet<>();

  /**
   * @param composition variables put in; services of a profile are left out
   */
  ComposedPlatform(String project, Composition composition) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new IllegalStateException(
          "The tests on containers were asked for and there is no running container engine:"
              + " start Docker or Podman, or run ./hifazat test without --containers");
    }
    this.engine = DockerClientFactory.instance().client();
    this.project = project;
    this.composition = composition;
    this.services = new LinkedHashMap<>();
    composition
        .services()
        .forEach(
            (name, service) -> {
              if (!service.containsKey("profiles")) {
                this.services.put(name, service);
              }
            });
  }

  /** Starts all and returns when every one is healthy, or has ended well where that is its job. */
  void start() {
    services.keySet().forEach(this::start);
    services.forEach(
        (name, service) ->
            await(
                name,
                service.containsKey("healthcheck") ? HEALTHY : "service_completed_successfully"));
  }

  /** What a program of the container says. */
  String output(String service, String... command) {
    String exec =
        engine
            .execCreateCmd(id(service))
            .withAttachStdout(true)
            .withAttachStderr(true)
            .withCmd(command)
            .exec()
            .getId();
    StringBuilder said = new StringBuilder();
    collect(engine.execStartCmd(exec).exec(new Text(said)));
    return said.toString();
  }

  InspectContainerResponse inspect(String service) {
    return engine.inspectContainerCmd(id(service)).exec();
  }

  /** As {@code docker compose restart} does it; returns when the service is well again. */
  void restart(String service) {
    engine.restartContainerCmd(id(service)).withTimeout(60).exec();
    await(service, HEALTHY);
  }

  /** Where a service is found by others of this network. */
  String addressOf(String service, String network) {
    ContainerNetwork joined =
        inspect(service).getNetworkSettings().getNetworks().get(project + "-" + network);
    if (joined == null || joined.getIpAddress() == null) {
      throw new IllegalStateException(service + " is not in the network " + network);
    }
    return joined.getIpAddress();
  }

  @Override
  public void close() {
    List<String> last = new ArrayList<>(containers.values());
    Collections.reverse(last);
    for (String container : last) {
      engine.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    }
    networks.forEach(network -> engine.removeNetworkCmd(network).exec());
    volumes.forEach(volume -> engine.removeVolumeCmd(volume).exec());
  }

  private String id(String service) {
    String container = containers.get(service);
    if (container == null) {
      throw new IllegalStateException(service + " has not been started");
    }
    return container;
  }

  private void start(String name) {
    if (containers.containsKey(name)) {
      return;
    }
    Map<String, Object> service = map(services.get(name));
    map(service.get("depends_on"))
        .forEach(
            (need, how) -> {
              start(need);
              await(need, String.valueOf(map(how).get("condition")));
            });
    List<String> joined = texts(service.get("networks"));
    String container = create(name, service, joined);
    containers.put(name, container);
    // the first network was given at creation
    joined.stream()
        .skip(1)
        .forEach(
            network ->
                engine
                    .connectToNetworkCmd()
                    .withContainerId(container)
                    .withNetworkId(network(network))
                    .withContainerNetwork(new ContainerNetwork().withAliases(name))
                    .exec());
    engine.startContainerCmd(container).exec();
  }

  private String create(String name, Map<String, Object> service, List<String> joined) {
    CreateContainerCmd command =
        engine
            .createContainerCmd(String.valueOf(service.get("image")))
            .withName(project + "-" + name)
            .withUser(String.valueOf(service.get("user")))
            .withEnv(
                map(service.get("environment")).entrySet().stream()
                    .map(variable -> variable.getKey() + "=" + variable.getValue())
                    .toList())
            .withHostConfig(host(service, joined));
    if (!joined.isEmpty()) {
      command.withAliases(name);
    }
    if (service.containsKey("command")) {
      command.withCmd(texts(service.get("command")));
    }
    Map<String, Object> health = map(service.get("healthcheck"));
    if (!health.isEmpty()) {
      command.withHealthcheck(
          new HealthCheck()
              .withTest(texts(health.get("test")))
              .withInterval(nanos(health.get("interval")))
              .withTimeout(nanos(health.get("timeout")))
              .withStartPeriod(nanos(health.get("start_period")))
              .withRetries((Integer) health.get("retries")));
    }
    return command.exec().getId();
  }

  private HostConfig host(Map<String, Object> service, List<String> joined) {
    Map<String, Object> limits =
        map(map(map(service.get("deploy")).get("resources")).get("limits"));
    Map<String, String> temporary = new HashMap<>();
    for (String folder : texts(service.get("tmpfs"))) {
      String[] words = folder.split(":", 2);
      temporary.put(words[0], words.length > 1 ? words[1] : "");
    }
    List<Bind> binds = new ArrayList<>();
    for (String volume : texts(service.get("volumes"))) {
      if (volume.startsWith("/")) {
        binds.add(Bind.parse(volume));
        continue;
      }
      String own = project + "-" + volume.substring(0, volume.indexOf(':'));
      if (volumes.add(own)) {
        engine.createVolumeCmd().withName(own).exec();
      }
      binds.add(Bind.parse(own + volume.substring(volume.indexOf(':'))));
    }
    for (String secret : texts(service.get("secrets"))) {
      binds.add(Bind.parse(composition.secret(secret) + ":/run/secrets/" + secret + ":ro"));
    }
    HostConfig host =
        HostConfig.newHostConfig()
            .withReadonlyRootfs((Boolean) service.get("read_only"))
            .withCapDrop(Capability.ALL)
            .withSecurityOpts(texts(service.get("security_opt")))
            .withGroupAdd(texts(service.get("group_add")))
            .withTmpFs(temporary)
            .withBinds(binds)
            .withMemory(bytes(String.valueOf(limits.get("memory"))))
            .withPidsLimit(Long.parseLong(String.valueOf(limits.get("pids"))))
            .withNetworkMode(joined.isEmpty() ? "none" : network(joined.getFirst()));
    for (String port : texts(service.get("ports"))) {
      host.withPortBindings(PortBinding.parse(port));
    }
    return host;
  }

  private String network(String name) {
    String own = project + "-" + name;
    if (networks.add(own)) {
      engine.createNetworkCmd().withName(own).withInternal(composition.internal(name)).exec();
    }
    return own;
  }

  private void await(String name, String condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      InspectContainerResponse.ContainerState state = inspect(name).getState();
      boolean running = Boolean.TRUE.equals(state.getRunning());
      if (condition.equals(HEALTHY)) {
        if (state.getHealth() != null && "healthy".equals(state.getHealth().getStatus())) {
          return;
        }
      } else if (!running && Long.valueOf(0).equals(state.getExitCodeLong())) {
        return;
      }
      if (!running || System.nanoTime() > end) {
        throw new AssertionError(
            name + " is " + state.getStatus() + ", wanted " + condition + ":\n" + log(name));
      }
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private String log(String service) {
    StringBuilder text = new StringBuilder();
    try {
      collect(
          engine
              .logContainerCmd(id(service))
              .withStdOut(true)
              .withStdErr(true)
              .withTail(40)
              .exec(new Text(text)));
    } catch (NotFoundException gone) {
      text.append("(its log is gone)");
    }
    return text.toString();
  }

  private static void collect(ResultCallback.Adapter<Frame> callback) {
    try {
      callback.awaitCompletion(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static long nanos(@Nullable Object text) {
    String given = String.valueOf(text);
    return Duration.ofSeconds(Long.parseLong(given.substring(0, given.length() - 1))).toNanos();
  }

  private static long bytes(String text) {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return text.endsWith("G") ? number << 30 : number << 20;
  }

  private static final class Text extends ResultCallback.Adapter<Frame> {
    private final StringBuilder text;

    Text(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void onNext(Frame frame) {
      text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
    }
  }
}
