package org.hifazat.cases.takeover;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hifazat.cases.matching.ChildMarker;
import org.hifazat.cases.matching.ChildMarks;
import org.hifazat.cases.matching.GatheredMarks;
import org.jspecify.annotations.Nullable;

/**
 * A file in clear, for as long as its rows are looked at and in memory only. Whatever decides about
 * a row stands in the database as well, so that nothing is lost with it.
 */
final class OpenFile {
  private final LocalDate today;
  private final List<RegisterEntry.Read> rows;
  private final Map<Integer, ChildMarks> marks = new HashMap<>();
  private final GatheredMarks gathered;
  private final Map<String, Integer> sources = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  private OpenFile(LocalDate today, List<RegisterEntry.Read> rows, ChildMarker marker) {
    this.today = today;
    this.rows = rows;
    for (int row = 1; row <= rows.size(); row++) {
      RegisterEntry entry = entry(row);
      if (entry != null) {
        marks.put(row, marker.of(entry.asChild(), entry.phone(), entry.cnic()));
      }
    }
    this.gathered = new GatheredMarks(marks);
  }

  static OpenFile of(RegisterFile file, LocalDate today, ChildMarker marker) {
    return new OpenFile(
        today,
        IntStream.rangeClosed(1, file.size())
            .mapToObj(row -> RegisterEntry.of(file.row(row), today))
            .toList(),
        marker);
  }

  LocalDate today() {
    return today;
  }

  int size() {
    return rows.size();
  }

  /**
   * @param row from 1
   */
  RegisterEntry.Read row(int row) {
    return rows.get(row - 1);
  }

  private @Nullable RegisterEntry entry(int row) {
    return row(row).entry();
  }

  @Nullable ChildMarks marks(int row) {
    return marks.get(row);
  }

  GatheredMarks gathered() {
    return gathered;
  }

  /** Rows after it are compared with this one. */
  void stands(int row) {
    RegisterEntry entry = entry(row);
    if (entry != null) {
      sources.putIfAbsent(entry.sourceId(), row);
      gathered.add(row);
    }
  }

  /** Whether the number of the earlier register stands in a row before. */
  boolean numberStandsBefore(int row, RegisterEntry entry) {
    return sources.getOrDefault(entry.sourceId(), row) < row;
  }

  void took(String caseNumber) {
    taken.add(caseNumber);
  }

  /** Whether a case was made from this file: its rows were compared with each other before. */
  boolean hasTaken(String caseNumber) {
    return taken.contains(caseNumber);
  }
}
