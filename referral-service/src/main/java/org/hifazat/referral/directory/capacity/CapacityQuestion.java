package org.hifazat.referral.directory.capacity;

import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Is there room? There is no place in it for anything about a child.
 *
 * @param neededFrom first day
 * @param urgency high, medium or low
 * @param answer has-capacity, no-capacity or to-assess; null while open
 * @param availableFrom from when there would be room
 */
public record CapacityQuestion(
    UUID id,
    UUID serviceId,
    LocalDate neededFrom,
    @Pattern(regexp = "high|medium|low") String urgency,
    Instant askedAt,
    @Nullable @Pattern(regexp = "has-capacity|no-capacity|to-assess") String answer,
    @Nullable LocalDate availableFrom,
    @Nullable Instant answeredAt,
    long version) {}
