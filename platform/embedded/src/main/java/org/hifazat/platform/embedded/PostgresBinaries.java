package org.hifazat.platform.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the PostgreSQL programs of this system and architecture from their jar, once per version.
 */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The folder that holds {@code bin/postgres}. */
  static Path unpacked() {
    URL archive = archive();
    Path folder = Distribution.root().resolve("target/dist/postgres").resolve(version(archive));
    if (!Files.isDirectory(folder)) {
      Distribution.exclusively("postgres", () -> unpack(archive, folder));
    }
    return folder;
  }

  private static URL archive() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String architecture =
        machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64";
    String name = "/postgres-" + system + "-" + architecture + ".txz";
    URL url = PostgresBinaries.class.getResource(name);
    if (url == null) {
      throw new EmbeddedServerException(
          "No PostgreSQL programs for "
              + system
              + " "
              + machine
              + " on the class path ("
              + name
              + ")");
    }
    return url;
  }

  /** The jar's own file name, so that another version is unpacked beside this one. */
  private static String version(URL archive) {
    String address = archive.toString();
    int end = address.indexOf(".jar!");
    return end < 0 ? "classes" : address.substring(address.lastIndexOf('/', end) + 1, end);
  }

  private static void unpack(URL archive, Path folder) {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path part = folder.resolveSibling(folder.getFileName() + ".part");
    try {
      delete(part);
      Files.createDirectories(part);
      try (InputStream file = archive.openStream();
          TarArchiveInputStream tar =
              new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(file)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          write(tar, entry, part);
        }
      }
      // the folder's name appears only when all is there
      Files.move(part, folder);
    } catch (IOException e) {
      throw new EmbeddedServerException("PostgreSQL could not be unpacked into " + folder, e);
    }
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into)
      throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("Entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & 0100) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(PostgresBinaries::deleteOne);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
