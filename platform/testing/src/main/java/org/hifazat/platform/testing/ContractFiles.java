package org.hifazat.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Finds and reads the files of contracts/ in the working tree, never a packaged copy. */
final class ContractFiles {

  static final ObjectMapper JSON = new ObjectMapper();
  static final ObjectMapper YAML = new YAMLMapper();

  private ContractFiles() {}

  /** The contracts folder of the tree this test belongs to. */
  static Path root() {
    String root = System.getProperty("hifazat.root");
    Path from = Path.of(root == null ? "" : root).toAbsolutePath();
    for (Path at = from; at != null; at = at.getParent()) {
      Path contracts = at.resolve("contracts");
      if (Files.isRegularFile(contracts.resolve("asyncapi.yaml"))) {
        return contracts;
      }
    }
    throw new IllegalStateException("no contracts/asyncapi.yaml at or above " + from);
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static FileTime written(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static JsonNode yaml(Path file) {
    return YAML.readTree(text(file));
  }

  /** Files below a folder whose path ends so, in order. */
  static List<Path> below(Path folder, String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
