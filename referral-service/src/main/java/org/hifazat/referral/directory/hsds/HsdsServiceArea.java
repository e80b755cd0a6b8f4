package org.hifazat.referral.directory.hsds;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** HSDS service_area. */
@JsonNaming(SnakeCaseStrategy.class)
public record HsdsServiceArea(
    @Nullable UUID id,
    @NotNull @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*") @Size(max = 64) String extent,
    @NotNull @Pattern(regexp = "district|province") String extentType) {}
