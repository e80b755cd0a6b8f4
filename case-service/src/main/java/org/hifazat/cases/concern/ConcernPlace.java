package org.hifazat.cases.concern;

import org.jspecify.annotations.Nullable;

/**
 * Where it happens, as far as it was said; the district is the report's own.
 *
 * @param unionCouncil union, village or neighbourhood council
 */
public record ConcernPlace(
    @Nullable String description, @Nullable String tehsil, @Nullable String unionCouncil) {
  public static final ConcernPlace UNKNOWN = new ConcernPlace(null, null, null);
}
