package org.hifazat.assessment.completed;

import java.util.UUID;
import org.hifazat.assessment.instrument.Instrument;
import org.hifazat.assessment.instrument.Respondent;
import org.jspecify.annotations.Nullable;

/**
 * Who answers, on which occasion, and under whose supervision.
 *
 * @param respondent child, caregiver or worker; null means whom the instrument asks
 * @param respondentId which person of the case, where it is said
 * @param occasionId null for an occasion of its own
 * @param supervisedBy staff id of the psychologist who supervises and countersigns
 */
public record Circumstances(
    @Nullable String respondent,
    @Nullable UUID respondentId,
    @Nullable UUID occasionId,
    @Nullable UUID supervisedBy) {

  /** Nothing is said: the instrument's own respondent, nobody supervises. */
  public static final Circumstances UNSAID = new Circumstances(null, null, null, null);

  /** Code of who answers the instrument, as far as these circumstances say. */
  public String respondentOf(Instrument instrument) {
    return respondent == null ? code(instrument.descriptor().respondent()) : respondent;
  }

  static String code(Respondent respondent) {
    return switch (respondent) {
      case CHILD -> "child";
      case CAREGIVER -> "caregiver";
      case WORKER -> "worker";
    };
  }
}
