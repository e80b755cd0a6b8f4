package org.hifazat.cases.lifecycle;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something whoever opens the case has to see at once.
 *
 * @param code kebab-case; its words are the application's
 * @param urgent shown in red; otherwise a hint
 * @param subjectId what it is about, where it is about one thing
 */
public record Warning(String code, boolean urgent, @Nullable UUID subjectId) {}
