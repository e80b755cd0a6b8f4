package org.hifazat.cases.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hifazat.cases.access.CaseOperation;
import org.jspecify.annotations.Nullable;

/**
 * What stays out of a document unless somebody who may read it chooses to take it out. A child's
 * papers come first: formal deportation of holders of expired registration began on 1 September
 * 2025 (Interior Ministry, 31 July 2025).
 */
public enum ExportPart {
  NATIONALITY(CaseOperation.VIEW_NATIONALITY),
  SCREENING_RESULTS(null),
  SUPERVISION_NOTES(CaseOperation.EXPORT_NOTES_KEPT_APART),
  CLINICAL_NOTES(CaseOperation.EXPORT_NOTES_KEPT_APART);

  private final @Nullable CaseOperation reader;

  ExportPart(@Nullable CaseOperation reader) {
    this.reader = reader;
  }

  /** The operation whose rule says who takes it out; empty for whoever takes the case out. */
  Optional<CaseOperation> reader() {
    return Optional.ofNullable(reader);
  }

  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static ExportPart of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static List<ExportPart> all() {
    return Arrays.asList(values());
  }
}
