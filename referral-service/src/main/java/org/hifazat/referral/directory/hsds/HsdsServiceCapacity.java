package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS service_capacity. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsServiceCapacity(
    @Nullable UUID id,
    @NotNull @Valid HsdsUnit unit,
    @NotNull @Min(0) @Max(100000) Integer available,
    @Nullable @Min(0) @Max(100000) Integer maximum,
    @Nullable Instant updated) {}
