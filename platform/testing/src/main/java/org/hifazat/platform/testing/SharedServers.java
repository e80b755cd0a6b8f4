package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hifazat.platform.embedded.EmbeddedServer;
import org.hifazat.platform.embedded.KeycloakServer;
import org.hifazat.platform.embedded.Ports;
import org.hifazat.platform.embedded.PostgresServer;

/**
 * The Keycloak that several test JVMs use, one after the other or at once: {@code
 * -Dhifazat.test.servers=<folder>}.
 *
 * <p>The first JVM that needs it starts it; it outlives that JVM. Who named the folder ends it: the
 * process ids are in the folder's {@code *.pid} files. JVMs with another realm or other personas
 * share another one. A module whose tests stop Keycloak or change its realm says {@code
 * hifazat.test.keycloak.own=true} and has its own.
 */
final class SharedServers {
  private static final String FOLDER = "hifazat.test.servers";
  private static final String OWN_KEYCLOAK = "hifazat.test.keycloak.own";
  private static final String ADDRESS = "keycloak.url";

  private final Path folder;

  private SharedServers(Path folder) {
    this.folder = folder;
  }

  /** Empty when this JVM has its own. */
  static Optional<SharedServers> forKeycloak(Path realm) {
    if (Boolean.getBoolean(OWN_KEYCLOAK) || BackendKind.chosen() != BackendKind.EMBEDDED) {
      return Optional.empty();
    }
    return Shared.value(FOLDER)
        .map(folder -> new SharedServers(Path.of(folder).toAbsolutePath().resolve(hash(realm))));
  }

  /** Its address, with /auth; the realm of the tests is ready in it. */
  String keycloak(KeycloakLaunch launch) {
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Path address = folder.resolve(ADDRESS);
        if (lock.isValid() && !(Files.exists(address) && alive("keycloak"))) {
          Files.deleteIfExists(address);
          Files.writeString(address, start(launch));
        }
        return Files.readString(address);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts Keycloak with its data in a folder, on a database. */
  interface KeycloakLaunch {
    KeycloakServer on(Path folder, int port, String jdbcUrl, String user, String password);
  }

  private String start(KeycloakLaunch launch) throws IOException {
    PostgresServer postgres =
        new PostgresServer(
            PostgresServer.Settings.forTests(
                folder.resolve("pg"), Ports.free(), folder.resolve("postgres.log")));
    postgres.start();
    note(postgres);
    KeycloakServer keycloak =
        launch.on(
            folder,
            Ports.free(),
            postgres.jdbcUrl("postgres"),
            postgres.user(),
            postgres.password());
    note(keycloak);
    KeycloakBackend.administration(keycloak.url()).prepareForTests();
    return keycloak.url();
  }

  private void note(EmbeddedServer server) throws IOException {
    Files.writeString(folder.resolve(server.name() + ".pid"), Long.toString(server.pid()));
  }

  private boolean alive(String server) throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve(server + ".pid")));
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** One name for everything the tests' realm is made of: its file, its pages, its people. */
  private static String hash(Path realm) {
    String personas =
        Arrays.stream(Persona.values())
            .map(one -> one.account() + one.staffId() + one.unitId() + one.agencyId() + one.roles())
            .collect(Collectors.joining("\n"));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (Stream<Path> files = Files.walk(realm.getParent())) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          digest.update(Files.readAllBytes(file));
        }
      }
      digest.update(personas.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
