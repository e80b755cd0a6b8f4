package org.hifazat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.hifazat.platform.persistence.keys.KeyFiles;

/**
 * The secrets of a deployment in containers: a folder per component, holding that component's and
 * no other's. Compose mounts each as a volume, Kubernetes as a Secret; the file names are the keys.
 *
 * @param folder of all components' folders
 */
record ContainerSecrets(Path folder) {

  static final String SUPERUSER = "superuser-password";
  static final String OWNER = "database-owner-password";
  static final String APP = "database-app-password";
  static final String GATEWAY_CLIENT = "gateway-client-secret";
  static final String PROVISIONING_CLIENT = "provisioning-client-secret";
  static final String BOOTSTRAP_ADMIN = "bootstrap-admin-password";
  static final String DEMO = "demo-password";
  static final String PARTNER_JWKS = "partner.jwks.json";
  private static final String KEYCLOAK = "keycloak";

  /** Servers whose images run as users of their own: they read as members of our group. */
  private static final List<String> READ_BY_GROUP = List.of("postgres", KEYCLOAK);

  /** Makes what is missing; what is there stays. */
  void make() {
    of("postgres").of(SUPERUSER);
    for (String database : Component.DATABASES) {
      of(database).of(OWNER);
      of(database).of(APP);
    }
    for (Component component : Component.values()) {
      if (component.service()) {
        KeyFiles.createMissing(folder.resolve(component.id()));
      }
    }
    of(KEYCLOAK).of(BOOTSTRAP_ADMIN);
    of(KEYCLOAK).of(GATEWAY_CLIENT);
    of(KEYCLOAK).of(PROVISIONING_CLIENT);
    copy(KEYCLOAK, GATEWAY_CLIENT, "gateway", GATEWAY_CLIENT);
    copy(KEYCLOAK, PROVISIONING_CLIENT, "identity", PROVISIONING_CLIENT);
    of("identity").readable(DEMO);
    PartnerKey partner = PartnerKey.of(folder.resolve("partner"), Servers.PARTNER_CLIENT);
    copy("partner", partner.publicJwks().getFileName().toString(), "identity", PARTNER_JWKS);
    READ_BY_GROUP.forEach(this::openToGroup);
  }

  /** The component's secrets, by their file names. */
  Secrets of(String component) {
    return new Secrets(folder.resolve(component));
  }

  private void copy(String from, String name, String to, String as) {
    Path target = folder.resolve(to).resolve(as);
    if (Files.exists(target)) {
      return;
    }
    try {
      Files.copy(folder.resolve(from).resolve(name), target, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void openToGroup(String component) {
    Path own = folder.resolve(component);
    try (Stream<Path> files = Files.list(own)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      }
      Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxr-x---"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
