package org.hifazat.local;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hifazat.local.ComponentRecord.State;
import org.hifazat.platform.embedded.EmbeddedServer;
import org.hifazat.platform.embedded.EmbeddedServerException;
import org.hifazat.platform.embedded.PostgresServer;

/**
 * Starts the components in the order of their needs, restarts one that dies, and stops them all.
 */
final class Platform {

  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);
  private static final Duration SOUND = Duration.ofMinutes(1);

  private final Servers servers;
  private final RunFolder run;
  private final Progress progress;
  private final Clock clock;
  private final Map<Component, EmbeddedServer> children = new EnumMap<>(Component.class);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Platform(
      Installation installation,
      Set<Component> components,
      RunFolder run,
      Progress progress,
      Clock clock) {
    this.servers = new Servers(installation);
    this.run = run;
    this.progress = progress;
    this.clock = clock;
    for (Component component : components) {
      children.put(component, servers.of(component));
    }
  }

  /**
   * Starts everything and returns when all are ready.
   *
   * @return why it could not, or empty
   */
  Optional<String> start() {
    Map<Component, CompletableFuture<Void>> starts = new EnumMap<>(Component.class);
    for (Component component : children.keySet()) {
      note(component, State.WAITING);
      CompletableFuture<?>[] needs =
          component.after().stream()
              .filter(starts::containsKey)
              .map(starts::get)
              .toArray(CompletableFuture<?>[]::new);
      starts.put(
          component,
          CompletableFuture.allOf(needs).thenRunAsync(() -> startOne(component, "ready"), threads));
    }
    try {
      // the first failure ends the wait: the others may never become ready without it
      CompletableFuture<Void> failed = new CompletableFuture<>();
      starts.values().forEach(start -> start.exceptionally(fault -> fail(failed, fault)));
      CompletableFuture.anyOf(
              failed, CompletableFuture.allOf(starts.values().toArray(CompletableFuture<?>[]::new)))
          .join();
      return Optional.empty();
    } catch (CompletionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of(String.valueOf(cause.getMessage()));
    }
  }

  @SuppressWarnings("NullAway") // CompletableFuture<Void> has no other value
  private static Void fail(CompletableFuture<Void> failed, Throwable fault) {
    failed.completeExceptionally(
        fault instanceof CompletionException && fault.getCause() != null
            ? fault.getCause()
            : fault);
    return null;
  }

  private void startOne(Component component, String result) {
    if (stopping.getCount() == 0) {
      throw new EmbeddedServerException(
          component.title() + " is not started: the platform is stopping");
    }
    EmbeddedServer server = child(component);
    progress.begin(component.title());
    note(component, State.STARTING);
    CompletableFuture<Void> noted =
        CompletableFuture.runAsync(() -> notePid(component, server), threads);
    try {
      server.start();
      if (server instanceof PostgresServer postgres) {
        servers.makeDatabases(postgres);
      }
    } catch (EmbeddedServerException e) {
      progress.done(component.title(), "failed");
      throw e;
    } finally {
      noted.cancel(true);
    }
    note(component, State.READY);
    progress.done(component.title(), result);
  }

  /**
   * Writes the process's number down while it is starting, so that a launcher killed meanwhile
   * leaves a trace.
   */
  private void notePid(Component component, EmbeddedServer server) {
    long last = -1;
    try {
      for (int i = 0; i < 600 && !stopping.await(200, TimeUnit.MILLISECONDS); i++) {
        if (run.read(component).map(record -> record.state() == State.READY).orElse(true)) {
          return;
        }
        if (server.pid() != last && server.alive()) {
          last = server.pid();
          note(component, State.STARTING);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Watches over all children until {@link #stop}; each that ends is restarted, more slowly each
   * time.
   */
  void watch() {
    children.keySet().forEach(component -> threads.execute(() -> watch(component)));
  }

  private void watch(Component component) {
    EmbeddedServer server = child(component);
    Duration backoff = FIRST_BACKOFF;
    long readySince = System.nanoTime();
    while (stopping.getCount() > 0) {
      awaitEnd(server);
      if (System.nanoTime() - readySince > SOUND.toNanos()) {
        backoff = FIRST_BACKOFF;
      }
      if (stopped(backoff, component, server)) {
        return;
      }
      backoff =
          backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) > 0
              ? LONGEST_BACKOFF
              : backoff.multipliedBy(2);
      try {
        startOne(component, "is ready again");
        readySince = System.nanoTime();
      } catch (EmbeddedServerException e) {
        progress.line(String.valueOf(e.getMessage()));
      }
    }
  }

  private static void awaitEnd(EmbeddedServer server) {
    while (server.alive()) {
      ProcessHandle.of(server.pid()).ifPresent(process -> process.onExit().join());
    }
  }

  private boolean stopped(Duration backoff, Component component, EmbeddedServer server) {
    try {
      if (stopping.getCount() == 0) {
        return true;
      }
      note(component, State.RESTARTING);
      progress.line(
          component.title()
              + " has ended; it is started again in "
              + backoff.toSeconds()
              + " s; its log: "
              + server.log());
      return stopping.await(backoff.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Stops services first, then what they stand on; leaves no process. */
  void stop() {
    stopping.countDown();
    stopAll(children.keySet().stream().filter(Component::service).toList());
    stopAll(
        children.keySet().stream()
            .filter(c -> c == Component.KEYCLOAK || c == Component.KAFKA)
            .toList());
    stopAll(children.keySet().stream().filter(c -> c == Component.POSTGRES).toList());
    // one that was being restarted at that moment
    children.values().stream().filter(EmbeddedServer::alive).forEach(EmbeddedServer::kill);
    run.clear();
  }

  private void stopAll(List<Component> components) {
    CompletableFuture<?>[] stops =
        components.stream()
            .map(component -> CompletableFuture.runAsync(child(component)::stop, threads))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(stops).join();
  }

  private EmbeddedServer child(Component component) {
    EmbeddedServer server = children.get(component);
    if (server == null) {
      throw new IllegalArgumentException(component + " is not part of this platform");
    }
    return server;
  }

  private void note(Component component, State state) {
    run.write(component, ComponentRecord.of(state, child(component).pid(), clock.instant()));
  }
}
