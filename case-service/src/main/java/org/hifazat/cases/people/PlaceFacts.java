package org.hifazat.cases.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a child can go when home is not safe, in clear.
 *
 * @param kind code of the list safe-place
 * @param directions how to get there
 * @param contact whom to ask for, and how
 * @param validTo the last day it was safe; null while it is
 */
public record PlaceFacts(
    String kind,
    String name,
    @Nullable String directions,
    @Nullable String contact,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {}
