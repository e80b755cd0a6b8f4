package org.hifazat.assessment.catalogue;

import java.util.Arrays;
import java.util.Locale;

/** Where a version of an instrument stands. */
public enum VersionState {
  /** Shipped as structure and scoring; its licence holder's wording is not loaded yet. */
  AWAITING_WORDING,
  DRAFT,
  /** Nothing stands against publishing it as it is. */
  CHECKED,
  /** In use; never changes again. */
  PUBLISHED,
  /** No longer used for new assessments; old ones stay explainable. */
  RETIRED;

  /** The code in tables and contracts, for example {@code awaiting-wording}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static VersionState of(String code) {
    return Arrays.stream(values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no state " + code));
  }

  /** Whether the form may still be changed. */
  public boolean isOpen() {
    return switch (this) {
      case AWAITING_WORDING, DRAFT, CHECKED -> true;
      case PUBLISHED, RETIRED -> false;
    };
  }
}
