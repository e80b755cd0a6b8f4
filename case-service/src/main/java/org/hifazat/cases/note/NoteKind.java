package org.hifazat.cases.note;

import java.util.Locale;
import org.hifazat.cases.access.CaseOperation;

/** Who reads a note. The database decides the same, by the function reads_kept_apart. */
public enum NoteKind {
  /** Everybody who works on the case. */
  ORDINARY,
  /** Its author and the unit's supervisors. */
  SUPERVISION,
  /** Psychologists of the case and the author's own supervisor. */
  CLINICAL;

  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static NoteKind of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  CaseOperation operation() {
    return switch (this) {
      case ORDINARY, SUPERVISION -> CaseOperation.WRITE_NOTE;
      case CLINICAL -> CaseOperation.WRITE_CLINICAL_NOTE;
    };
  }

  /** Whether the case's story tells of it: of a note kept apart not even that there is one. */
  boolean isTold() {
    return this == ORDINARY;
  }
}
