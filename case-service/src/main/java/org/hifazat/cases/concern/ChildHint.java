package org.hifazat.cases.concern;

import org.jspecify.annotations.Nullable;

/** What the reporter could say of the child; any part may be unknown. Age in years. */
public record ChildHint(
    @Nullable String name,
    @Nullable String sex,
    @Nullable Integer ageYears,
    @Nullable String place) {}
