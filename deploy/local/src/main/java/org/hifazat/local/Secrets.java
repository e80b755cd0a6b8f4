package org.hifazat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Passwords and secrets of one installation: made at first use, kept in files that only their owner
 * may read.
 */
final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** No letters and digits that look alike: a person types this one. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Path folder;

  Secrets(Path folder) {
    this.folder = folder;
  }

  /** 32 random bytes, base64url: for machines. */
  String of(String name) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return orElse(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Four groups of four letters and digits: for people. */
  String readable(String name) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      word.append(i > 0 && i % 4 == 0 ? "-" : "");
      word.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return orElse(name, word.toString());
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  private String orElse(String name, String fresh) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        write(file, fresh);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes with mode 600 under another name first: nobody ever reads half a secret, or one open to
   * others.
   */
  static void write(Path file, String content) throws IOException {
    var folderMode =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(file.toAbsolutePath().getParent(), folderMode);
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(part, content);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
