package org.hifazat.platform.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL refuses to run as root. In a container root is often all there is, so its programs are
 * started in a user namespace of their own, where root is nobody; where the system forbids that, as
 * the user nobody.
 */
final class Unprivileged {

  private final List<String> prefix;
  private final Optional<String> owner;

  private Unprivileged(List<String> prefix, Optional<String> owner) {
    this.prefix = prefix;
    this.owner = owner;
  }

  static Unprivileged find() {
    if (new UnixSystem().getUid() != 0) {
      return new Unprivileged(List.of(), Optional.empty());
    }
    if (succeeds("unshare", "-U", "true")) {
      return new Unprivileged(List.of("unshare", "-U"), Optional.empty());
    }
    if (succeeds("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "true")) {
      return new Unprivileged(
          List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
          Optional.of("nobody"));
    }
    throw new EmbeddedServerException(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) works here;"
            + " run hifazat as another user");
  }

  /** What to write before the program so that it runs without root's rights. */
  List<String> prefix() {
    return prefix;
  }

  /** Gives a folder and all it holds to the user the program will run as. */
  void own(Path folder) {
    if (owner.isEmpty()) {
      return;
    }
    try {
      UserPrincipal user =
          folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes)
                throws IOException {
              Files.setOwner(path, user);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
              Files.setOwner(path, user);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new EmbeddedServerException(folder + " could not be given to the user nobody", e);
    }
  }

  private static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
