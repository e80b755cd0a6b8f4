package org.hifazat.cases.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The moments of one clock, fixed when it starts.
 *
 * @param policyId null where people agreed on the time
 * @param remindAt the owner is reminded
 * @param dueAt the step must be done, else the supervisor is told
 * @param commissionAt the Commission is told that it is still undone
 */
public record Marks(
    @Nullable UUID policyId,
    Instant startedAt,
    Instant remindAt,
    Instant dueAt,
    Instant commissionAt) {

  public Marks {
    startedAt = startedAt.truncatedTo(ChronoUnit.MICROS);
    remindAt = remindAt.truncatedTo(ChronoUnit.MICROS);
    dueAt = dueAt.truncatedTo(ChronoUnit.MICROS);
    commissionAt = commissionAt.truncatedTo(ChronoUnit.MICROS);
  }

  /** For a time people agreed on: reminded at half of it, told to the Commission after twice it. */
  public static Marks agreed(Instant from, Instant dueAt) {
    Duration time = from.isBefore(dueAt) ? Duration.between(from, dueAt) : Duration.ZERO;
    Instant start = dueAt.minus(time);
    return new Marks(null, start, start.plus(time.dividedBy(2)), dueAt, dueAt.plus(time));
  }

  public Optional<UUID> policy() {
    return Optional.ofNullable(policyId);
  }
}
