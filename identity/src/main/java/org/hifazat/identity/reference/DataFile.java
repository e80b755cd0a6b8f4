package org.hifazat.identity.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A data file of this service: comments, a header line, values without commas in them. */
public final class DataFile {
  /** One line, by the names of the header. */
  public record Row(Map<String, String> values) {

    /**
     * @throws IllegalStateException when the file has no such column or the cell is empty
     */
    public String get(String column) {
      return find(column)
          .orElseThrow(() -> new IllegalStateException("A row without " + column + ": " + values));
    }

    /** Empty for an empty cell. */
    public Optional<String> find(String column) {
      return Optional.ofNullable(values.get(column)).filter(text -> !text.isEmpty());
    }

    /** The parts of a cell separated by |. */
    public List<String> list(String column) {
      return find(column).map(text -> List.of(text.split("\\|"))).orElse(List.of());
    }
  }

  private DataFile() {}

  /**
   * @param path on the class path, as in directory/units.csv
   */
  public static List<Row> read(String path) {
    try (InputStream file =
            Objects.requireNonNull(
                DataFile.class.getClassLoader().getResourceAsStream(path), path);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
      String[] header = lines.getFirst().split(",", -1);
      return lines.stream().skip(1).map(line -> row(path, header, line)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  private static Row row(String path, String[] header, String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != header.length) {
      throw new IllegalStateException(path + " has a line of another length: " + line);
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      values.put(header[i], cells[i].strip());
    }
    return new Row(Map.copyOf(values));
  }
}
