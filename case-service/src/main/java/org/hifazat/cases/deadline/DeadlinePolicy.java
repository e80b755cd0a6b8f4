package org.hifazat.cases.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a step may take.
 *
 * @param riskLevel null when it holds for all
 * @param hours on the clock of timeKind
 * @param timeKind calendar or working-days
 * @param validTo the first day it no longer holds; null while nothing follows it
 * @param source the law, guideline or decision it comes from
 */
public record DeadlinePolicy(
    UUID id,
    String taskKind,
    @Nullable String riskLevel,
    int hours,
    String timeKind,
    int remindPercent,
    int commissionPercent,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String source) {}
