package org.hifazat.cases.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the way of a step.
 *
 * @param code kebab-case, for example {@code consent-needed}; its words are the application's
 * @param subjectId what it is about (a referral, an order …), where it is about one thing
 * @param overridable whether a supervisor may close the case nevertheless, with a reason; no other
 *     step is ever overridden
 */
public record Blocker(String code, @Nullable UUID subjectId, boolean overridable) {

  /** Nobody can pass over it. */
  public static Blocker firm(String code) {
    return new Blocker(code, null, false);
  }

  /** Nobody can pass over it; it is about this thing. */
  public static Blocker firm(String code, UUID subjectId) {
    return new Blocker(code, subjectId, false);
  }

  /** A supervisor may close the case nevertheless, with a reason that is kept. */
  public static Blocker overridable(String code, UUID subjectId) {
    return new Blocker(code, subjectId, true);
  }

  /** A supervisor may close the case nevertheless, with a reason that is kept. */
  public static Blocker overridable(String code) {
    return new Blocker(code, null, true);
  }
}
