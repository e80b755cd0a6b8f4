package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS service_at_location. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsServiceAtLocation(
    @NotNull UUID id, @Nullable UUID serviceId, @NotNull @Valid HsdsLocation location) {}
