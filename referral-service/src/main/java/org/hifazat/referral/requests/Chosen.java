package org.hifazat.referral.requests;

import java.util.UUID;
import org.hifazat.platform.web.CommonProblem;
import org.hifazat.platform.web.ProblemException;
import org.hifazat.platform.web.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The one person of the agency a referral is to be meant for.
 *
 * @param name what whoever chose them saw: identity tells it to those who choose, and the referral
 *     keeps it for those who read the referral
 */
public record Chosen(UUID personId, String name) {
  /** Something to read, on one line. */
  public static final String NAME = "\\S(?:[^\\p{Cntrl}]*\\S)?";

  /** As long as an agency can have somebody called. */
  public static final int LENGTH = 80;

  /**
   * @return null for the agency's queue
   * @throws ProblemException invalid-value for a person without a name and a name without a person
   */
  public static @Nullable Chosen of(@Nullable UUID person, @Nullable String name, String pointer) {
    if (person != null && name != null) {
      return new Chosen(person, name);
    }
    if (person == null && name == null) {
      return null;
    }
    throw new ProblemException(CommonProblem.INVALID_VALUE, new Violation(pointer, "required"));
  }
}
