package org.hifazat.cases.tracing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a child came to be without their people, in clear.
 *
 * @param status code of the list separation
 * @param cause code of the list separation-cause
 * @param details where and from whom the child was parted
 */
public record SeparationFacts(
    String status,
    @Nullable String cause,
    @Nullable LocalDate separatedOn,
    @Nullable String details) {}
