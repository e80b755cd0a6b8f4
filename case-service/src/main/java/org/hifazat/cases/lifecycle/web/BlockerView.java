package org.hifazat.cases.lifecycle.web;

import java.util.UUID;
import org.hifazat.cases.lifecycle.Blocker;
import org.jspecify.annotations.Nullable;

/**
 * Why a step may not be taken.
 *
 * @param code kebab-case, as in consent-needed
 * @param subjectId what it is about, where it is about one thing
 * @param overridable a supervisor may close the case nevertheless, with a reason
 */
public record BlockerView(String code, @Nullable UUID subjectId, boolean overridable) {
  public static BlockerView of(Blocker blocker) {
    return new BlockerView(blocker.code(), blocker.subjectId(), blocker.overridable());
  }
}
