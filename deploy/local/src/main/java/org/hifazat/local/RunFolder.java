package org.hifazat.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** {@code <data>/run}: who is the launcher, and what its children are. */
final class RunFolder {

  private final Path folder;

  RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Held while this launcher runs. The system frees it however the launcher ends, so it is never
   * stale.
   */
  record Hold(FileChannel channel, FileLock lock) implements AutoCloseable {
    @Override
    public void close() {
      try {
        lock.release();
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Empty when another launcher holds this data folder. */
  Optional<Hold> tryHold() {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new Hold(channel, lock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes this process and which components it runs. */
  void announce(ComponentRecord launcher, Set<Component> components) {
    launcher.write(folder.resolve("launcher.properties"));
    try {
      Files.writeString(
          folder.resolve("components"),
          String.join("\n", components.stream().map(Component::id).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<ComponentRecord> launcher() {
    return ComponentRecord.read(folder.resolve("launcher.properties"));
  }

  /** The components the last launcher was asked for; all of them when nothing is known. */
  Set<Component> components() {
    EnumSet<Component> found = EnumSet.noneOf(Component.class);
    try {
      Files.readAllLines(folder.resolve("components"))
          .forEach(id -> Component.named(id).ifPresent(found::add));
    } catch (IOException e) {
      return EnumSet.allOf(Component.class);
    }
    return found;
  }

  void write(Component component, ComponentRecord record) {
    record.write(file(component));
  }

  Optional<ComponentRecord> read(Component component) {
    return ComponentRecord.read(file(component));
  }

  /** Forgets all children, once they have ended. */
  void clear() {
    try {
      for (Component component : Component.values()) {
        Files.deleteIfExists(file(component));
      }
      Files.deleteIfExists(folder.resolve("launcher.properties"));
      Files.deleteIfExists(folder.resolve("components"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Component component) {
    return folder.resolve(component.id() + ".properties");
  }
}
